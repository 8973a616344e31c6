package dev.amis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.AccessDeniedException;
import dev.amis.error.AmiException;
import dev.amis.error.NotFoundException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Tags;
import dev.amis.spi.AmiProvider;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.DescribeImagesRequest;
import dev.amis.spi.ImagePort;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccessTest {

    private static final ImageId NONE = ImageId.of("ami-00000000000000bad");

    private final Stage stage = Stage.open();
    private final InMemoryAws aws = stage.aws();

    @Test
    void deniedActionIsRefusedAndNamed() {
        Image image = stage.baked("web-1");
        aws.access().deny("ec2:DeregisterImage");
        assertThatThrownBy(() -> stage.deregister(image.imageId()))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("UnauthorizedOperation")
                .hasMessageContaining("Allow the action ec2:DeregisterImage to account 111122223333");
        assertThat(stage.own()).containsExactly(image);
    }

    @Test
    void deniedReadingIsRefused() {
        aws.access().deny("DescribeImages");
        assertThatThrownBy(stage::own).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void denialCountsForOneAccount() {
        aws.access().deny("ec2:CreateImage");
        assertThat(stage.other().create("web-1")).isNotNull();
    }

    @Test
    void allowedAgainIsAllowed() {
        aws.access().deny("ec2:CreateImage").allow("ec2:CreateImage");
        assertThat(stage.create("web-1")).isNotNull();
    }

    @Test
    void taggingOnCreationNeedsItsOwnPermission() {
        aws.access().deny("ec2:CreateTags");
        assertThatThrownBy(() -> stage.here()
                        .images()
                        .createImage(stage.creation("web-1").withSnapshotTags(Tags.of("Team", "web"))))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("ec2:CreateTags");
        assertThat(stage.own()).isEmpty();
        assertThat(stage.create("web-1")).isNotNull();
    }

    @Test
    void existenceIsLookedAtBeforePermission() {
        aws.access().deny("ec2:DeregisterImage");
        assertThatThrownBy(() -> stage.deregister(NONE)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void permissionIsLookedAtBeforeState() {
        ImageId pending = stage.create("web-1");
        aws.access().deny("ec2:DisableImage");
        assertThatThrownBy(() -> stage.here().imageLifecycle().disableImage(pending))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void dryRunTellsThatItWouldBeAllowedAndChangesNothing() {
        Image image = stage.baked("web-1");
        assertCode("DryRunOperation", () -> dry().deregisterImage(new DeregisterImageRequest(image.imageId(), true)));
        assertCode("DryRunOperation", () -> dry().createImage(stage.creation("web-2")));
        assertThat(stage.own()).containsExactly(image);
    }

    @Test
    void dryRunTellsThatItWouldNotBeAllowed() {
        Image image = stage.baked("web-1");
        aws.access().deny("ec2:DeregisterImage");
        assertCode(
                "UnauthorizedOperation",
                () -> dry().deregisterImage(new DeregisterImageRequest(image.imageId(), true)));
    }

    @Test
    void dryRunLooksAtExistenceFirst() {
        assertCode("InvalidAMIID.NotFound", () -> dry().deregisterImage(new DeregisterImageRequest(NONE, true)));
    }

    @Test
    void dryRunReads() {
        Image image = stage.baked("web-1");
        DescribeImagesRequest byId =
                DescribeImagesRequest.builder().addImageId(image.imageId()).build();
        assertThat(dry().describeImages(byId).items()).containsExactly(image);
    }

    @Test
    void dryRunIsTheSameAccount() {
        AmiProvider dry = aws.dryRun();
        assertThat(dry.account()).isEqualTo(aws.account());
        assertThat(dry.region()).isEqualTo(aws.region());
        assertThat(dry.clock()).isEqualTo(aws.clock());
        assertThat(dry.sleeper()).isEqualTo(aws.sleeper());
    }

    private ImagePort dry() {
        return aws.dryRun().in(aws.region()).images();
    }

    private static void assertCode(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AmiException.class,
                        refusal -> assertThat(refusal.failure().code()).contains(code));
    }
}
