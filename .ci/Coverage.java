import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Prints the share of lines that tests reach in each module, from JaCoCo's table, and fails when one is below the
 * given share. A module's lines count whichever module's tests reach them.
 */
class Coverage {

    public static void main(String[] arguments) throws IOException {
        Path table = Path.of(arguments[0]);
        double least = Double.parseDouble(arguments[1]);
        if (!Files.exists(table)) {
            fail("There is no " + table + "; have the tests run?");
        }
        Map<String, Lines> modules = read(Files.readAllLines(table));
        if (modules.isEmpty()) {
            fail(table + " lists no class");
        }
        modules.forEach((module, lines) ->
                System.out.printf("Coverage of %s: %s, of at least %.0f%%%n", module, lines, 100 * least));
        if (modules.values().stream().anyMatch(lines -> lines.share() < least)) {
            fail("Too few lines are covered; " + table.resolveSibling("index.html") + " shows which are not");
        }
    }

    private static Map<String, Lines> read(List<String> rows) {
        List<String> titles = Arrays.asList(rows.get(0).split(",", -1));
        Map<String, Lines> modules = new TreeMap<>();
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            String group = cells[titles.indexOf("GROUP")];
            modules.merge(
                    group.substring(group.lastIndexOf('/') + 1),
                    new Lines(
                            Long.parseLong(cells[titles.indexOf("LINE_COVERED")]),
                            Long.parseLong(cells[titles.indexOf("LINE_MISSED")])),
                    Lines::plus);
        }
        return modules;
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }

    private record Lines(long covered, long missed) {

        Lines plus(Lines other) {
            return new Lines(covered + other.covered, missed + other.missed);
        }

        double share() {
            return covered + missed == 0 ? 1 : (double) covered / (covered + missed);
        }

        @Override
        public String toString() {
            return "%d of %d lines, %.1f%%".formatted(covered, covered + missed, 100 * share());
        }
    }
}
