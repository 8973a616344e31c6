package dev.amis.testing.internal;

import dev.amis.model.KmsKey;
import dev.amis.model.KmsKeyId;

/** The world by the one action of KMS that only looks. It fails with {@link Ec2Error} and {@link LostAnswer}. */
public final class Kms {

    private final World world;

    public Kms(World world) {
        this.world = world;
    }

    public KmsKey describeKey(Caller caller, KmsKeyId name) {
        return world.answer(caller.call("kms", "DescribeKey").about(name), call -> {
            world.permit(call);
            return world.keys().describe(call, name);
        });
    }
}
