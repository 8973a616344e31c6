package dev.amis.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amis.spi.RegionalProvider;
import dev.amis.testing.internal.Direct;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * One action that the endpoint serves: which parameters it knows, and what answers it. A parameter that it does not know is
 * refused by name, also one that EC2 has.
 *
 * @param request makes an empty request builder
 * @param parameters the top-level parameters that are read, by their names on the wire
 * @param answer answers a request for one account in one Region
 */
record Action(Supplier<SdkPojo> request, Set<String> parameters, Answer<Object> answer) {

    /**
     * Answers a request.
     *
     * @param <Q> the SDK's request value
     */
    interface Answer<Q> {
        SdkPojo answer(Q request, RegionalProvider account);
    }

    /** An action whose request the SDK's builder tells the type of. */
    static <Q> Action of(Supplier<? extends SdkPojo> builder, Class<Q> type, Answer<Q> answer, String... parameters) {
        return new Action(
                builder::get, Set.of(parameters), (request, account) -> answer.answer(type.cast(request), account));
    }

    /** Reads the request, refuses what is not imitated, and answers it. */
    SdkPojo serve(Form form, Parameters given, RegionalProvider account) {
        SdkPojo builder = request.get();
        QueryDecoder.fill(form, builder, given, parameters::contains);
        given.firstUnread().ifPresent(name -> {
            throw new WireError("UnknownParameter", "The parameter " + name + " is not recognized");
        });
        return answer.answer(((Buildable) builder).build(), account);
    }

    /** Reads the request from JSON and the address, refuses what is not imitated, and answers it. */
    SdkPojo serve(JsonNode body, Parameters query, RegionalProvider account) {
        SdkPojo builder = request.get();
        JsonCodec.fill(builder, body, query, parameters::contains);
        query.firstUnread().ifPresent(name -> {
            throw new WireError("ValidationException", "The parameter " + name + " is not recognized");
        });
        return answer.answer(((Buildable) builder).build(), account);
    }

    /** The way to calls for which there is no port. */
    static Direct behind(RegionalProvider account) {
        return (Direct) account.instances();
    }
}
