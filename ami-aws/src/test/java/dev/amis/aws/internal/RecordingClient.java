package dev.amis.aws.internal;

import dev.amis.aws.AwsSettings;
import dev.amis.model.Region;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkPojo;

/** A client of any service that gives one answer to every request, and keeps the requests as the SDK would have sent them. */
final class RecordingClient implements InvocationHandler {

    private final Object answer;
    private final List<SdkPojo> requests = new ArrayList<>();

    RecordingClient(Object answer) {
        this.answer = answer;
    }

    <C> C as(Class<C> client) {
        return client.cast(Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] {client}, this));
    }

    /** The chain of attempts, at rest. */
    static Attempts attempts() {
        Clock morning = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
        return new Attempts(
                Region.EU_WEST_1, AwsSettings.ofDefaults(), morning, time -> {}, new Random(7), CallMetrics.NONE);
    }

    /** What the last request said. */
    Map<String, Object> request() {
        return SdkValues.plain(requests.get(requests.size() - 1), Set.of());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (!(args[0] instanceof SdkPojo request)) {
            return InvocationHandler.invokeDefault(proxy, method, args);
        }
        requests.add(request);
        return answer;
    }
}
