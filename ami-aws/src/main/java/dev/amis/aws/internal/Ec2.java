package dev.amis.aws.internal;

import dev.amis.model.Region;
import dev.amis.spi.Page;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.Ec2Client;

/**
 * What the EC2 ports of one account in one Region share: the client and the chain of attempts.
 *
 * @param client the SDK's client, which makes one attempt a call
 * @param attempts the chain that every attempt passes
 * @param region the Region
 */
record Ec2(Ec2Client client, Attempts attempts, Region region) {

    <T> T make(Call call, Supplier<T> once) {
        return attempts.make(call, once);
    }

    static <T> Page<T> page(List<T> items, @Nullable String nextToken) {
        return new Page<>(items, Texts.text(nextToken));
    }
}
