package dev.amis.aws.internal;

import dev.amis.aws.AwsSettings;
import dev.amis.model.Region;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DescribeImagesRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** A client that answers every request with an id, and keeps the last request as the SDK would have sent it. */
final class RecordingEc2 implements InvocationHandler {

    private static final Map<String, String> IDS =
            Map.of("ImageId", "ami-0abcdef1234567890", "SnapshotId", "snap-0abcdef1234567890");

    private SdkPojo last = DescribeImagesRequest.builder().build();

    /** Ports on this client, that have not made a call yet. */
    Ec2 ec2() {
        Ec2Client client = (Ec2Client)
                Proxy.newProxyInstance(Ec2Client.class.getClassLoader(), new Class<?>[] {Ec2Client.class}, this);
        Clock morning = Clock.fixed(Instant.parse("2026-01-05T08:00:00Z"), ZoneOffset.UTC);
        Attempts attempts = new Attempts(
                Region.EU_WEST_1, AwsSettings.ofDefaults(), morning, time -> {}, new Random(7), CallMetrics.NONE);
        return new Ec2(client, attempts, Region.EU_WEST_1);
    }

    /** What the last request said. */
    Map<String, Object> request() {
        return SdkValues.plain(last, Set.of());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (!(args[0] instanceof SdkPojo request)) {
            return InvocationHandler.invokeDefault(proxy, method, args);
        }
        last = request;
        var builder =
                (SdkBuilder<?, ?>) method.getReturnType().getMethod("builder").invoke(null);
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (IDS.containsKey(field.memberName())) {
                field.set(builder, IDS.get(field.memberName()));
            }
        }
        return builder.build();
    }
}
