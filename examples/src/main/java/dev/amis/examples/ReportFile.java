package dev.amis.examples;

import dev.amis.plan.Plan;
import dev.amis.report.PlanReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * A file that a plan is reported in, in the form that its name ends in.
 *
 * @param path where it goes; what is there is replaced
 * @param form what it holds
 */
record ReportFile(Path path, Function<PlanReport, String> form) {

    /**
     * A file of that name.
     *
     * @throws IllegalArgumentException if its name ends neither in {@code .html} nor in {@code .md}
     */
    static ReportFile of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html")) {
            return new ReportFile(path, PlanReport::toHtml);
        }
        if (name.endsWith(".md")) {
            return new ReportFile(path, PlanReport::toMarkdown);
        }
        throw new IllegalArgumentException("--report is '" + path + "', but must end in .html or .md");
    }

    void write(Plan plan) {
        try {
            Files.writeString(path, form.apply(PlanReport.of(plan)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("--report " + path + " cannot be written: " + unwritable, unwritable);
        }
    }
}
