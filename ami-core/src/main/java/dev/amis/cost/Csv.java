package dev.amis.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values as RFC 4180 has them. */
final class Csv {

    /** Ends a record. */
    static final String END = "\r\n";

    private Csv() {}

    static String record(List<String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", END));
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Reads the fields of a line.
     *
     * @throws IllegalArgumentException if a quote is not where one may be, or is not closed
     */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            boolean quoted = at < line.length() && line.charAt(at) == '"';
            int end = quoted ? closing(line, at) + 1 : comma(line, at);
            String raw = line.substring(at, end);
            if (quoted ? end != comma(line, end) : raw.indexOf('"') >= 0) {
                throw new IllegalArgumentException("a quote stands in the middle of a field");
            }
            fields.add(quoted ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw);
            at = end + 1;
        }
        return fields;
    }

    private static int comma(String line, int from) {
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    private static int closing(String line, int opening) {
        int at = opening + 1;
        while (at < line.length()) {
            if (line.charAt(at) != '"') {
                at++;
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                at += 2;
            } else {
                return at;
            }
        }
        throw new IllegalArgumentException("a quote is not closed");
    }
}
