package dev.amis.internal;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.RegionalProvider;
import dev.amis.time.Sleeper;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

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
        return regions.computeIfAbsent(region, one -> counting(provider.in(one)));
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
    public RandomGenerator random() {
        return provider.random();
    }

    @Override
    public void close() {}

    private RegionalProvider counting(RegionalProvider region) {
        return StandIn.of(RegionalProvider.class, (method, arguments) -> {
            Object answer = StandIn.call(method, region, arguments);
            return portOf(method.getGenericReturnType(), answer);
        });
    }

    /** Told by what the method promises: how a provider cuts its classes is its own affair. */
    private Object portOf(Type promised, Object answer) {
        if (answer instanceof Optional<?> optional && promised instanceof ParameterizedType type) {
            return optional.map(port -> portOf(type.getActualTypeArguments()[0], port));
        }
        boolean isPort = promised instanceof Class<?> type
                && type.isInterface()
                && type.getPackage().equals(AmiProvider.class.getPackage());
        return isPort ? countingPort((Class<?>) promised, answer) : answer;
    }

    private <T> T countingPort(Class<T> type, Object port) {
        return StandIn.of(type, (method, arguments) -> {
            if (method.getDeclaringClass() != Object.class) {
                count.incrementAndGet();
            }
            return StandIn.call(method, port, arguments);
        });
    }
}
