package dev.amis.internal.json;

import static dev.amis.internal.json.ModelCodecs.REGION;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.Failure;
import dev.amis.error.ImageFailedException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.error.ProviderException;
import dev.amis.error.QuotaExceededException;
import dev.amis.error.StalePlanException;
import dev.amis.error.ThrottledException;
import dev.amis.error.UnsupportedCapabilityException;
import dev.amis.error.WaitInterruptedException;
import dev.amis.error.WaitTimeoutException;
import dev.amis.model.Region;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How failures are written, and the exceptions that carry them; causes and stack traces are left out. */
public final class FailureJson {

    private static final Map<String, Function<Failure, AmiException>> KINDS = Map.ofEntries(
            Map.entry("AccessDeniedException", AccessDeniedException::new),
            Map.entry("ConflictException", ConflictException::new),
            Map.entry("ImageFailedException", ImageFailedException::new),
            Map.entry("InvalidRequestException", InvalidRequestException::new),
            Map.entry("NotFoundException", NotFoundException::new),
            Map.entry("OutcomeUnknownException", OutcomeUnknownException::new),
            Map.entry("ProviderException", ProviderException::new),
            Map.entry("QuotaExceededException", QuotaExceededException::new),
            Map.entry("StalePlanException", StalePlanException::new),
            Map.entry("ThrottledException", ThrottledException::new),
            Map.entry("UnsupportedCapabilityException", UnsupportedCapabilityException::new),
            Map.entry("WaitInterruptedException", WaitInterruptedException::new),
            Map.entry("WaitTimeoutException", WaitTimeoutException::new));

    /** What is known of failed calls. */
    public static final Codec<Failure> FAILURE = failure();

    /** Exceptions. */
    public static final Codec<AmiException> EXCEPTION = exception();

    private FailureJson() {}

    private static Codec<AmiException> exception() {
        Field<AmiException, String> kind = Field.of(
                "kind",
                Codec.TEXT.map(FailureJson::known, text -> text),
                thrown -> thrown.getClass().getSimpleName());
        Field<AmiException, Failure> failure = Field.of("failure", FAILURE, AmiException::failure);
        return Shape.of(
                v -> KINDS.getOrDefault(v.get(kind), ProviderException::new).apply(v.get(failure)), kind, failure);
    }

    private static String known(String kind) {
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("'" + kind + "' is no kind of exception");
        }
        return kind;
    }

    private static Codec<Failure> failure() {
        Field<Failure, String> operation = Field.of("operation", Codec.TEXT, Failure::operation);
        Field<Failure, Optional<String>> resource = Field.optional("resource", Codec.TEXT, Failure::resource);
        Field<Failure, Optional<Region>> region = Field.optional("region", REGION, Failure::region);
        Field<Failure, Optional<String>> code = Field.optional("code", Codec.TEXT, Failure::code);
        Field<Failure, String> reason = Field.of("reason", Codec.TEXT, Failure::reason);
        Field<Failure, Optional<String>> advice = Field.optional("advice", Codec.TEXT, Failure::advice);
        Field<Failure, Optional<String>> request = Field.optional("requestId", Codec.TEXT, Failure::requestId);
        return Shape.of(
                v -> Failure.of(v.get(operation), v.get(reason))
                        .resource(v.get(resource))
                        .region(v.get(region))
                        .code(v.get(code))
                        .advice(v.get(advice))
                        .requestId(v.get(request))
                        .build(),
                operation,
                resource,
                region,
                code,
                reason,
                advice,
                request);
    }
}
