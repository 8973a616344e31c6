package dev.amis.testing.tasks;

import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.Optional;

/** A provider some of whose answers are changed. */
final class Tampered {

    interface Call {
        Object go() throws Throwable;
    }

    interface Hook {
        Object on(Method method, Object[] arguments, Call call) throws Throwable;
    }

    private final Hook hook;

    private Tampered(Hook hook) {
        this.hook = hook;
    }

    static AmiProvider of(AmiProvider target, Hook hook) {
        return new Tampered(hook).wrap(AmiProvider.class, target);
    }

    private <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> rewrap(method, hook.on(method, arguments, () -> {
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }))));
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
