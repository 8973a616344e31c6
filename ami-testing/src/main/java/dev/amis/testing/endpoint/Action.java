package dev.amis.testing.endpoint;

import dev.amis.spi.RegionalProvider;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * One action that the endpoint serves: how its request is read, and what answers it.
 *
 * @param request makes an empty request builder
 * @param answer answers a request for one account in one Region
 */
record Action(Supplier<SdkPojo> request, Answer<Object> answer) {

    /**
     * Answers a request.
     *
     * @param <Q> the SDK's request value
     */
    interface Answer<Q> {
        SdkPojo answer(Q request, RegionalProvider account);
    }

    /** An action whose request the SDK's builder tells the type of. */
    static <Q> Action of(Supplier<? extends SdkPojo> builder, Class<Q> type, Answer<Q> answer) {
        return new Action(builder::get, (request, account) -> answer.answer(type.cast(request), account));
    }

    /** Reads the request, refuses what nobody knows, and answers it. */
    SdkPojo serve(Parameters parameters, RegionalProvider account) {
        SdkPojo builder = request.get();
        QueryDecoder.fill(builder, parameters);
        parameters.firstUnread().ifPresent(name -> {
            throw new WireError("UnknownParameter", "The parameter " + name + " is not recognized");
        });
        return answer.answer(((Buildable) builder).build(), account);
    }
}
