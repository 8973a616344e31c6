package dev.amis.aws.internal;

import dev.amis.spi.BlockPublicAccessPort;
import software.amazon.awssdk.services.ec2.model.ImageBlockPublicAccessEnabledState;

/** The block public access setting through the SDK. */
final class Ec2BlockPublicAccessPort implements BlockPublicAccessPort {

    private final Ec2 ec2;

    Ec2BlockPublicAccessPort(Ec2 ec2) {
        this.ec2 = ec2;
    }

    @Override
    public boolean isBlocked() {
        String state = ec2.make(
                        Call.of("GetImageBlockPublicAccessState"),
                        () -> ec2.client().getImageBlockPublicAccessState(asked -> {}))
                .imageBlockPublicAccessState();
        // Whatever is not plainly unblocked counts as blocked.
        return !"unblocked".equals(state);
    }

    @Override
    public void block() {
        ec2.make(
                Call.of("EnableImageBlockPublicAccess"),
                () -> ec2.client()
                        .enableImageBlockPublicAccess(asked -> asked.imageBlockPublicAccessState(
                                ImageBlockPublicAccessEnabledState.BLOCK_NEW_SHARING)));
    }

    @Override
    public void unblock() {
        ec2.make(
                Call.of("DisableImageBlockPublicAccess"),
                () -> ec2.client().disableImageBlockPublicAccess(asked -> {}));
    }
}
