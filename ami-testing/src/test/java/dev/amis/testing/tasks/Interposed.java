package dev.amis.testing.tasks;

import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A provider before one of whose calls something else happens to the account. */
final class Interposed {

    private final int nth;
    private final Runnable change;
    private int calls;

    private Interposed(int nth, Runnable change) {
        this.nth = nth;
        this.change = change;
    }

    /** Wraps a provider; the first call is number 1. */
    static AmiProvider before(int nth, Runnable change, AmiProvider provider) {
        return new Interposed(nth, change).wrap(AmiProvider.class, provider);
    }

    private <T> T wrap(Class<T> type, T target) {
        Object wrapped =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type.getSimpleName().endsWith("Port") && ++calls == nth) {
                        change.run();
                    }
                    try {
                        return rewrap(method, method.invoke(target, arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return type.cast(wrapped);
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
