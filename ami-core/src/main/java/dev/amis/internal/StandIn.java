package dev.amis.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Stands in for a port, or for a Region with all its ports, so that nobody has to write each of their methods out. */
public final class StandIn {

    private StandIn() {}

    /** Answers a call of a method. */
    @FunctionalInterface
    public interface Answering {

        /**
         * Answers a call.
         *
         * @param method the method
         * @param arguments what it is called with, none at all for a method without any
         * @return the answer
         * @throws Throwable what the method throws
         */
        Object answer(Method method, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    /**
     * Makes a stand-in.
     *
     * @param <T> the interface
     * @param type the interface
     * @param answering answers all its methods
     * @return the stand-in
     */
    public static <T> T of(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answering.answer(method, arguments)));
    }

    /**
     * Calls the one that is stood in for.
     *
     * @param method the method
     * @param thing whose method
     * @param arguments what it is called with
     * @return its answer
     * @throws Throwable what it throws, as it threw it
     */
    public static Object call(Method method, Object thing, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(thing, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
