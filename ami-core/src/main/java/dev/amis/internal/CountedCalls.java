package dev.amis.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An account of which the calls are counted: each method of a port is one, each page one more. Closing it closes nothing,
 * since the account belongs to somebody else.
 */
public final class CountedCalls implements AmiProvider {

    private final AmiProvider provider;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Region, RegionalProvider> regions = new ConcurrentHashMap<>();

    /**
     * Starts counting at zero.
     *
     * @param provider the account
     */
    public CountedCalls(AmiProvider provider) {
        this.provider = provider;
    }

    /**
     * How many calls there were.
     *
     * @return the number so far
     */
    public int count() {
        return count.get();
    }

    @Override
    public AccountId account() {
        return provider.account();
    }

    @Override
    public Region region() {
        return provider.region();
    }

    @Override
    public RegionalProvider in(Region region) {
        return regions.computeIfAbsent(region, one -> counting(RegionalProvider.class, provider.in(one), false));
    }

    @Override
    public Clock clock() {
        return provider.clock();
    }

    @Override
    public Sleeper sleeper() {
        return provider.sleeper();
    }

    @Override
    public void close() {}

    private <T> T counting(Class<T> type, Object thing, boolean isPort) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (isPort && method.getDeclaringClass() == type) {
                        count.incrementAndGet();
                    }
                    Object answer = invoke(method, thing, arguments);
                    return isPort ? answer : portOf(answer);
                }));
    }

    private Object portOf(Object answer) {
        if (answer instanceof Optional<?> optional) {
            return optional.map(this::portOf);
        }
        for (Class<?> type : answer.getClass().getInterfaces()) {
            if (type.getPackage().equals(AmiProvider.class.getPackage())) {
                return counting(type, answer, true);
            }
        }
        return answer;
    }

    private static Object invoke(Method method, Object thing, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(thing, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
