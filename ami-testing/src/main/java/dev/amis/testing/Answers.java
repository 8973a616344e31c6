package dev.amis.testing;

import dev.amis.error.AmiException;
import dev.amis.error.ErrorCodes;
import dev.amis.error.Failure;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.testing.internal.Call;
import dev.amis.testing.internal.Ec2Error;
import dev.amis.testing.internal.LostAnswer;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what the world refuses, and answers that get lost, into the library's exceptions. */
final class Answers {

    private Answers() {}

    static <T> T of(Supplier<T> question) {
        try {
            return question.get();
        } catch (Ec2Error refusal) {
            throw exception(refusal);
        } catch (LostAnswer lost) {
            Failure failure = describe(lost.call(), LostAnswer.REASON, Optional.empty());
            throw new OutcomeUnknownException(failure, lost);
        }
    }

    static void run(Runnable question) {
        of(() -> {
            question.run();
            return Optional.empty();
        });
    }

    private static AmiException exception(Ec2Error refusal) {
        String reason = refusal.reason();
        String sentence = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
        Failure failure = refusal.call()
                .map(call -> describe(call, sentence, Optional.of(refusal.code())))
                .orElseThrow(() -> refusal);
        return ErrorCodes.toException(failure, refusal);
    }

    /** EC2 goes without saying. */
    private static String operation(Call call) {
        return call.service().equals("ec2") ? call.action() : call.iamAction();
    }

    private static boolean isDenial(String code) {
        return code.equals("UnauthorizedOperation")
                || code.equals("AccessDenied")
                || code.equals("AccessDeniedException")
                || code.equals("ForbiddenException");
    }

    private static Failure describe(Call call, String reason, Optional<String> code) {
        Optional<String> advice = code.filter(Answers::isDenial)
                .map(denied -> "Allow the action " + call.iamAction() + " to account " + call.account());
        return Failure.of(operation(call), reason)
                .advice(advice)
                .resource(call.resources().stream().findFirst())
                .region(call.region())
                .code(code)
                .requestId(Optional.of(call.requestId()).filter(id -> !id.isEmpty()))
                .build();
    }
}
