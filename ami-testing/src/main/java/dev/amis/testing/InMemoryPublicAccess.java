package dev.amis.testing;

import dev.amis.spi.BlockPublicAccessPort;
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ec2;

/** The port of the setting against public images over the world. */
record InMemoryPublicAccess(Ec2 ec2, Caller caller) implements BlockPublicAccessPort {

    @Override
    public boolean isBlocked() {
        return Answers.of(() -> ec2.isPublicAccessBlocked(caller.reading()));
    }

    @Override
    public void block() {
        Answers.run(() -> ec2.enableImageBlockPublicAccess(caller));
    }

    @Override
    public void unblock() {
        Answers.run(() -> ec2.disableImageBlockPublicAccess(caller));
    }
}
