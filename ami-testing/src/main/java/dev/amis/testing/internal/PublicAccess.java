package dev.amis.testing.internal;

import java.time.Instant;

/** The setting that keeps images from being made public. Switching it on takes a while, switching it off does not. */
final class PublicAccess {

    private final World world;

    PublicAccess(World world) {
        this.world = world;
    }

    boolean isBlocked(Call call) {
        world.permit(call);
        return world.holding(call).isPublicAccessBlocked(world.now());
    }

    void block(Call call) {
        world.permit(call);
        if (!world.holding(call).isPublicAccessBlocked(world.now())) {
            world.holding(call)
                    .blockPublicAccessFrom(world.now().plus(world.dials().blocking()));
        }
    }

    void unblock(Call call) {
        world.permit(call);
        world.holding(call).blockPublicAccessFrom(Instant.MAX);
    }
}
