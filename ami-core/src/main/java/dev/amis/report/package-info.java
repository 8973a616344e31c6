/**
 * Plans as documents for those who approve them: {@link dev.amis.report.PlanReport}.
 *
 * <p>A plan is made by a program and approved by a person. The report shows that person what could not be read, what would
 * be done and why, what stays, and what can be taken back until when: as Markdown for a pull request or a ticket, or as one
 * HTML file that needs nothing else, for a browser or a printer.
 *
 * <pre>{@code
 * Plan plan = amis.cleanup().named(web).keepingLatest(5).protectingInUse().plan();
 * Files.writeString(Path.of("plan.html"), PlanReport.of(plan).toHtml());
 * }</pre>
 */
@NullMarked
package dev.amis.report;

import org.jspecify.annotations.NullMarked;
