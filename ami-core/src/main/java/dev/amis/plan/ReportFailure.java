package dev.amis.plan;

import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.ErrorCodes;
import dev.amis.error.Failure;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.StalePlanException;
import java.util.List;
import java.util.Optional;

/** Turns a report of which something was not done into the one exception that says so. */
final class ReportFailure {

    private static final String ADVICE = "Read the report for each action; applying a fresh plan finishes what is left";

    private final ChangeReport report;

    private ReportFailure(ChangeReport report) {
        this.report = report;
    }

    /** The worst outcome names the exception: refused before unknown before skipped. */
    static AmiException of(ChangeReport report) {
        ReportFailure failure = new ReportFailure(report);
        Optional<AmiException> refused =
                failure.first(Outcome.FAILED).map(failure::refused).or(failure::leftovers);
        return refused.orElseGet(() -> failure.first(Outcome.UNKNOWN)
                .<AmiException>map(result -> new OutcomeUnknownException(failure.failure(result, result.detail())))
                .orElseGet(failure::skipped));
    }

    private Optional<ActionResult> first(Outcome outcome) {
        return report.results(outcome).stream().findFirst();
    }

    private AmiException refused(ActionResult result) {
        Optional<Failure> cause = result.failure();
        if (cause.flatMap(Failure::code).isEmpty()) {
            return new ConflictException(
                    failure(result, cause.map(Failure::reason).orElse(result.detail())));
        }
        String reason = cause.get().reason() + counted();
        return ErrorCodes.toException(cause.get().withReason(reason), null);
    }

    private Optional<AmiException> leftovers() {
        return report.results(Outcome.DONE).stream()
                .filter(result -> !result.isComplete())
                .findFirst()
                .map(result -> new ConflictException(failure(result, result.detail())));
    }

    private AmiException skipped() {
        List<ActionResult> stale = report.results(Outcome.SKIPPED_STALE);
        if (stale.isEmpty()) {
            return new StalePlanException(Failure.of(report.title(), "applying was interrupted" + counted())
                    .advice(ADVICE)
                    .build());
        }
        return new StalePlanException(failure(stale.get(0), stale.get(0).detail()));
    }

    private Failure failure(ActionResult result, String reason) {
        Action action = result.planned().action();
        return Failure.of(action.describe(), reason + counted())
                .region(action.region())
                .advice(ADVICE)
                .build();
    }

    private String counted() {
        long complete =
                report.results().stream().filter(ActionResult::isComplete).count();
        int all = report.results().size() + report.notBegun().size();
        return all == 1 ? "" : "; " + complete + " of " + all + " actions are done";
    }
}
