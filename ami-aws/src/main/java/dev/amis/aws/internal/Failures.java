package dev.amis.aws.internal;

import dev.amis.error.AmiException;
import dev.amis.error.ErrorCodes;
import dev.amis.error.Failure;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.ThrottledException;
import dev.amis.model.Region;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Reads what the SDK throws: whether it may be tried again, whether it may have had an effect, and what to call it. */
final class Failures {

    /** What the SDK says after having looked everywhere. */
    private static final String NONE_AT_ALL = "Unable to load credentials";

    private static final String WHERE_CREDENTIALS_ARE =
            "Set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY,"
                    + " or name a credentials provider or profile in AwsProvider.builder()";

    private static final String AGAIN = "Try again; if it stays so, look at what stands between here and AWS";

    private static final String LATER = "Try again later";

    private static final int TOO_MANY = 429;

    private Failures() {}

    /** Whether another attempt might succeed, as far as the failure itself tells. */
    static boolean isPassing(Throwable thrown) {
        if (thrown instanceof NoCredentialsException none) {
            return mayComeBack(none);
        }
        if (thrown instanceof AwsServiceException answered) {
            return isThrottle(answered)
                    || (answered.statusCode() >= 500 && !isSoldOut(answered))
                    || code(answered).filter(Failures::isPassingCode).isPresent();
        }
        // A breaker that tries again with a few calls refuses the others for a moment only.
        return thrown instanceof CallNotPermittedException
                || (thrown instanceof SdkClientException && !isOwnFault(thrown) && !isInterrupt(thrown));
    }

    /** Whether it speaks of a service that does not work, rather than of the call. */
    static boolean isOutage(Throwable thrown) {
        if (thrown instanceof NoCredentialsException) {
            return false;
        }
        if (thrown instanceof AwsServiceException answered) {
            return answered.statusCode() >= 500 && !isThrottle(answered) && !isRefusal(answered);
        }
        return isPassing(thrown);
    }

    /** Whether the thread was interrupted while the SDK was at it. */
    static boolean isInterrupt(Throwable thrown) {
        return thrown instanceof AbortedException;
    }

    /** Whether the call may have had its effect although it failed. */
    static boolean mayHaveHappened(Throwable thrown) {
        if (thrown instanceof AwsServiceException answered) {
            return answered.statusCode() >= 500
                    && !isThrottle(answered)
                    && !isUnavailable(answered)
                    && !isRefusal(answered);
        }
        return thrown instanceof SdkClientException
                && !(thrown instanceof NoCredentialsException)
                && !isOwnFault(thrown)
                && !neverLeft(thrown);
    }

    static boolean isThrottle(Throwable thrown) {
        return thrown instanceof AwsServiceException answered
                && (answered.statusCode() == TOO_MANY
                        || code(answered).filter(ErrorCodes::isThrottle).isPresent());
    }

    static AmiException toException(Call call, Region region, SdkException thrown) {
        if (thrown instanceof NoCredentialsException none) {
            return unsigned(call, region, none);
        }
        boolean unclear = call.repeat() == Call.Repeat.AFTER_LOOKING && mayHaveHappened(thrown);
        Failure.Builder failure;
        if (thrown instanceof AwsServiceException answered) {
            failure = Failure.of(call.action(), message(answered));
            failure.code(code(answered));
            failure.requestId(Optional.ofNullable(answered.requestId()));
        } else {
            failure = Failure.of(call.action(), reason(thrown));
        }
        failure.resource(call.resource()).region(region);
        if (unclear) {
            failure.advice("Look whether it had its effect before doing it again");
            return new OutcomeUnknownException(failure.build(), thrown);
        }
        if (thrown instanceof AwsServiceException answered) {
            return toException(failure.build(), answered);
        }
        failure.advice(advice(thrown).orElse(AGAIN));
        return new ProviderException(failure.build(), thrown);
    }

    /** Where the code tells nothing, the status still tells who is to blame. */
    private static AmiException toException(Failure failure, AwsServiceException answered) {
        AmiException told = ErrorCodes.toException(failure, answered);
        boolean isKnown = !(told instanceof InvalidRequestException || told instanceof ProviderException);
        if (isKnown || (answered.statusCode() < 500 && answered.statusCode() != TOO_MANY)) {
            return told;
        }
        Failure advised = told.failure().advice().isPresent() ? told.failure() : failure.withAdvice(LATER);
        return answered.statusCode() == TOO_MANY
                ? new ThrottledException(advised, answered)
                : new ProviderException(advised, answered);
    }

    /** Nothing was sent, so whatever AWS answered was the answer to the question for credentials. */
    private static AmiException unsigned(Call call, Region region, NoCredentialsException none) {
        Failure.Builder failure = Failure.of(
                        none.role().map(role -> "sts:AssumeRole").orElse(call.action()), because(none))
                .resource(none.role().or(call::resource))
                .region(region);
        if (none.getCause() instanceof AwsServiceException answered) {
            failure.code(code(answered));
            failure.requestId(Optional.ofNullable(answered.requestId()));
            return ErrorCodes.toException(failure.build(), none);
        }
        failure.advice(advice(none).filter(network -> isNetwork(none)).orElse(WHERE_CREDENTIALS_ARE));
        return new ProviderException(failure.build(), none);
    }

    private static String because(NoCredentialsException none) {
        if (none.getCause() instanceof AwsServiceException answered) {
            return message(answered);
        }
        return "there are no credentials: " + (isNetwork(none) ? reason(none) : sentence(none));
    }

    /** Where credentials are fetched over the network, the network may be back in a moment. */
    private static boolean mayComeBack(NoCredentialsException none) {
        return none.getCause() instanceof AwsServiceException answered ? isPassing(answered) : isNetwork(none);
    }

    private static boolean isNetwork(NoCredentialsException none) {
        boolean lost = cause(none, IOException.class) != null || isLate(none);
        return lost && !String.valueOf(none.getMessage()).startsWith(NONE_AT_ALL);
    }

    /** The JDK's HTTP client keeps the body of an answer of status 401 to itself, and with it the code that EC2 gave. */
    static Optional<String> code(AwsServiceException answered) {
        Optional<String> code = Optional.ofNullable(answered.awsErrorDetails()).map(details -> details.errorCode());
        return code.isEmpty() && answered.statusCode() == 401 ? Optional.of("AuthFailure") : code;
    }

    private static String message(AwsServiceException answered) {
        String text = Optional.ofNullable(answered.awsErrorDetails())
                .map(details -> details.errorMessage())
                .orElse("AWS answered HTTP " + answered.statusCode());
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isUnavailable(AwsServiceException answered) {
        return answered.statusCode() == 503;
    }

    /** What AWS calls a failure of its own though it was refused: another change is in hand, or no machine is free. */
    private static boolean isRefusal(AwsServiceException answered) {
        return isSoldOut(answered)
                || code(answered).filter("ResourceContention"::equals).isPresent();
    }

    /** It lasts longer than all attempts of a call, which would use up those that launch something else. */
    private static boolean isSoldOut(AwsServiceException answered) {
        return code(answered)
                .filter(code -> code.startsWith("Insufficient") && code.endsWith("Capacity"))
                .isPresent();
    }

    private static boolean isPassingCode(String code) {
        return switch (code) {
            case "PriorRequestNotComplete",
                    "RequestTimeout",
                    "RequestTimeoutException",
                    "ConcurrentTagAccess",
                    "TooManyUpdates" -> true;
            default -> false;
        };
    }

    /** What the caller has to mend: it fails before anything is sent, and fails again. */
    private static boolean isOwnFault(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.contains("Unable to load region") || message.contains("Unable to marshall");
    }

    private static boolean neverLeft(Throwable thrown) {
        return cause(thrown, UnknownHostException.class) != null
                || cause(thrown, ConnectException.class) != null
                || cause(thrown, NoRouteToHostException.class) != null
                || isConnectTimeout(thrown);
    }

    private static boolean isConnectTimeout(Throwable thrown) {
        SocketTimeoutException late = cause(thrown, SocketTimeoutException.class);
        return late != null
                && String.valueOf(late.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect");
    }

    private static boolean isLate(Throwable thrown) {
        return cause(thrown, ApiCallAttemptTimeoutException.class) != null
                || cause(thrown, SocketTimeoutException.class) != null;
    }

    private static String reason(SdkException thrown) {
        UnknownHostException unknown = cause(thrown, UnknownHostException.class);
        if (unknown != null) {
            return "the host " + unknown.getMessage() + " is not known";
        }
        if (cause(thrown, ConnectException.class) != null || isConnectTimeout(thrown)) {
            return "no connection could be made";
        }
        if (cause(thrown, SSLException.class) != null) {
            return "no trusted connection could be made";
        }
        if (isLate(thrown)) {
            return "no answer came in time";
        }
        return sentence(thrown);
    }

    private static String sentence(SdkException thrown) {
        String message = String.valueOf(thrown.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    private static Optional<String> advice(SdkException thrown) {
        if (cause(thrown, UnknownHostException.class) != null) {
            return Optional.of("Check the Region, the endpoint and the network");
        }
        if (neverLeft(thrown) || cause(thrown, SSLException.class) != null) {
            return Optional.of("Check the endpoint, the proxy and the network");
        }
        return isLate(thrown) ? Optional.of("Try again, or set a longer callTimeout in AwsSettings") : Optional.empty();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}
