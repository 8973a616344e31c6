package dev.amis.examples;

import dev.amis.naming.NamingScheme;
import dev.amis.naming.SchemedName;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;

/** Names that carry a version: read, explained, ordered, and continued. */
final class NamesAndVersions {

    private NamesAndVersions() {}

    static void run(Stage stage) {
        PrintStream out = stage.out();
        NamingScheme web = NamingScheme.parse("WebApp-v{version}-{date:yyyyMMdd}");
        NamingScheme base = NamingScheme.parse("BaseOS-Hardened-{runtime?}-v{version}");

        SchemedName name = web.parseName("WebApp-v1.9.0-20260101");
        out.println("family    " + name.family());
        out.println("minor     " + web.next("WebApp-v1.9.0-20260101").minor().on(LocalDate.of(2026, 11, 23)));
        out.println("optional  " + base.match("BaseOS-Hardened-Java11-v1.0").isPresent() + ", "
                + base.match("BaseOS-Hardened-v1.0").isPresent());
        out.println("misfit    " + web.explain("WebApp-1.0.0"));

        List<SchemedName> ordered =
                List.of("WebApp-v1.10.0-20260301", "WebApp-v1.9.0-20260601", "WebApp-v1.9.0-20260101").stream()
                        .map(web::parseName)
                        .sorted()
                        .toList();
        ordered.forEach(one -> out.println("ordered   " + one.name()));
    }
}
