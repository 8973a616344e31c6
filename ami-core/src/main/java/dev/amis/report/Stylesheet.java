package dev.amis.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How the HTML looks: on a light screen, on a dark one, and on paper. */
final class Stylesheet {

    static final String CSS = """

            :root { color-scheme: light; --paper: #ffffff; --panel: #f4f6f8; --ink: #1b2229; --soft: #55606b;
              --line: #d6dce2; --alarm: #a4161a; --alarm-paper: #fdecec; --link: #0b5cad;
              --deregister: #d55e00; --disable: #0072b2; --deprecate: #e69f00; --keep: #aab4be; }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--paper); color: var(--ink);
              font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
            header, main, footer { max-width: 1180px; margin: 0 auto; padding: 0 24px; }
            header { padding-top: 32px; }
            footer { padding: 24px; color: var(--soft); font-size: 13px; }
            h1 { font-size: 28px; line-height: 1.25; margin: 2px 0 16px; overflow-wrap: anywhere; }
            h2 { font-size: 20px; margin: 40px 0 12px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
            h3 { font-size: 16px; margin: 28px 0 2px; overflow-wrap: anywhere; }
            p { margin: 6px 0 10px; }
            code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
            .kicker, .small, .where { color: var(--soft); font-size: 13px; }
            .kicker { margin: 0; text-transform: uppercase; letter-spacing: .08em; }
            .where { font-weight: normal; margin-left: 8px; }
            .alarm { margin: 16px 0; padding: 14px 18px; border: 2px solid var(--alarm); border-left-width: 10px;
              border-radius: 6px; background: var(--alarm-paper); }
            .alarm strong { color: var(--alarm); font-size: 17px; }
            .alarm ul, .notes ul { margin: 6px 0; padding-left: 22px; overflow-wrap: anywhere; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(138px, 1fr)); gap: 12px; margin: 16px 0; }
            .tile { padding: 12px 16px; border: 1px solid var(--line); border-top: 4px solid var(--soft);
              border-radius: 6px; background: var(--panel); }
            .tile b { display: block; font-size: 26px; line-height: 1.2; }
            .tile span { color: var(--soft); font-size: 13px; }
            .tile.deregister, .tile.delete, .tile.lost { border-top-color: var(--deregister); }
            .tile.disable { border-top-color: var(--disable); }
            .tile.deprecate { border-top-color: var(--deprecate); }
            .tile.keep { border-top-color: var(--keep); }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 16px 0; }
            dt { color: var(--soft); }
            dd { margin: 0; overflow-wrap: anywhere; }
            .legend { display: flex; flex-wrap: wrap; gap: 6px 22px; margin: 0 0 8px; padding: 0; list-style: none; }
            .legend li { display: flex; align-items: center; gap: 8px; }
            .legend svg { width: 18px; height: 18px; border-radius: 3px; }
            .charts { display: flex; flex-wrap: wrap; gap: 12px 24px; }
            .charts svg { flex: 1 1 440px; min-width: 0; max-width: 100%; height: auto; }
            svg text { fill: var(--soft); font-size: 12px; }
            svg .name { fill: var(--ink); font-size: 14px; font-weight: 600; }
            svg .sum { fill: var(--ink); font-size: 11px; }
            svg .grid { stroke: var(--line); }
            svg .base { stroke: var(--soft); }
            .ground.deregister, .ground.delete { fill: var(--deregister); }
            .ground.disable { fill: var(--disable); }
            .ground.deprecate { fill: var(--deprecate); }
            .ground.keep { fill: var(--keep); }
            .mark { stroke: var(--paper); stroke-opacity: .65; stroke-width: 1.6; fill: none; }
            .dot { fill: var(--paper); fill-opacity: .8; }
            .scroll { overflow-x: auto; }
            table { width: 100%; border-collapse: collapse; margin: 8px 0 12px; font-size: 14px; }
            th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            thead th { color: var(--soft); font-size: 12px; font-weight: 600; white-space: nowrap; }
            tfoot th, tfoot td { font-weight: 600; border-top: 2px solid var(--soft); }
            .id, .number, .age { white-space: nowrap; }
            .number, .age, thead th.number { text-align: right; font-variant-numeric: tabular-nums; }
            .numbers { width: auto; }
            .numbers thead th { white-space: normal; vertical-align: bottom; }
            .numbers thead th + th { text-align: right; }
            .why, .what, .undo, .name { overflow-wrap: anywhere; }
            .name { min-width: 11em; }
            .why, .undo { min-width: 13em; }
            .what { min-width: 20em; }
            .until { min-width: 21em; }
            .verdict { display: inline-block; padding: 0 8px; border-radius: 10px; border: 1px solid var(--line);
              border-left: 8px solid var(--keep); font-size: 13px; white-space: nowrap; }
            .verdict.deregister, .verdict.delete { border-left-color: var(--deregister); }
            .verdict.disable { border-left-color: var(--disable); }
            .verdict.deprecate { border-left-color: var(--deprecate); }
            .irreversible { color: var(--alarm); font-weight: 600; }
            details { margin: 6px 0; padding: 6px 12px; border: 1px solid var(--line); border-radius: 6px; }
            summary { cursor: pointer; color: var(--link); overflow-wrap: anywhere; }
            pre { margin: 8px 0; padding: 12px; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--panel); border-radius: 6px; }
            @media screen and (prefers-color-scheme: dark) {
              :root { color-scheme: dark; --paper: #14181c; --panel: #1d2329; --ink: #e6eaee; --soft: #9ba7b3;
                --line: #343d46; --alarm: #ff8a80; --alarm-paper: #3a1719; --link: #7cb8f2;
                --deregister: #e8772e; --disable: #3d9bd6; --deprecate: #f0b93a; --keep: #6b7783; }
            }
            @media print {
              body { font-size: 11px; }
              header, main, footer { max-width: none; padding: 0; }
              table, code, pre { font-size: 10px; }
              tr, .tile, .alarm, .charts svg { break-inside: avoid; }
              h2, h3, .legend { break-after: avoid; }
              h1 { font-size: 20px; }
              h2 { margin-top: 24px; font-size: 15px; }
              .tiles { grid-template-columns: repeat(auto-fit, minmax(84px, 1fr)); gap: 6px; }
              .tile { padding: 6px 8px; }
              .tile b { font-size: 18px; }
              .tile span, .small, .kicker { font-size: 10px; }
              .charts { flex-wrap: nowrap; gap: 8px; }
              .charts svg { flex: 1 1 0; }
              thead { display: table-header-group; }
              thead th { font-size: 9px; }
              tfoot { display: table-row-group; }
              .scroll { overflow: visible; }
              #ages details::details-content, #decisions details::details-content { content-visibility: visible; block-size: auto; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;

    /** Lets a browser load nothing and use no style but this one. */
    static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest() + "'; base-uri 'none'; form-action 'none'";

    private Stylesheet() {}

    private static String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
