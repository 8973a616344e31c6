package dev.amis.testing.tasks;

import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider that writes down what it is asked, and before one of whose calls something else happens to the account. */
final class Interposed {

    /**
     * A question or an order.
     *
     * @param text the port's method and its arguments
     * @param at when it was asked
     */
    record Asked(String text, Instant at) {

        /** Tells whether it asks for a further page: what was on one before it does not show any more. */
        boolean goesOn() {
            return text.contains("nextToken=") && !text.contains("nextToken=Optional.empty");
        }

        /** Tells whether it is a call of one of these methods and about some resource. */
        boolean is(Set<String> methods, String resource) {
            return methods.contains(text.substring(0, text.indexOf('('))) && text.contains(resource);
        }
    }

    private final List<Asked> asked = new ArrayList<>();
    private final int nth;
    private final Runnable change;
    private final AmiProvider provider;

    /** Wraps a provider; the first call is number 1. */
    Interposed(int nth, Runnable change, AmiProvider provider) {
        this.nth = nth;
        this.change = change;
        this.provider = provider;
    }

    AmiProvider provider() {
        return wrap(AmiProvider.class, provider);
    }

    /** All calls so far. */
    List<Asked> asked() {
        return asked;
    }

    private <T> T wrap(Class<T> type, T target) {
        Object wrapped =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type.getSimpleName().endsWith("Port")) {
                        call(method.getName() + "(" + Arrays.deepToString(arguments) + ")");
                    }
                    try {
                        return rewrap(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return type.cast(wrapped);
    }

    private void call(String text) {
        if (asked.size() + 1 == nth) {
            change.run();
        }
        asked.add(new Asked(text, provider.clock().instant()));
    }

    private Object rewrap(Method method, Object answer) {
        if (answer instanceof Optional<?> port
                && method.getGenericReturnType() instanceof ParameterizedType optional
                && optional.getActualTypeArguments()[0] instanceof Class<?> type
                && type.getSimpleName().endsWith("Port")) {
            return port.map(one -> wrapAs(type, one));
        }
        Class<?> type = method.getReturnType();
        return type == RegionalProvider.class || type.getSimpleName().endsWith("Port") ? wrapAs(type, answer) : answer;
    }

    private <T> Object wrapAs(Class<T> type, Object answer) {
        return wrap(type, type.cast(answer));
    }
}
