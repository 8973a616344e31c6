package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.Amis;
import dev.amis.copy.CopyReport;
import dev.amis.error.AmiException;
import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.model.AccountId;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.plan.ChangeReport;
import dev.amis.spi.CreateImageRequest;
import dev.amis.spi.ModifyLaunchPermissionsRequest;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.InMemoryRegion;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What EC2 refuses is refused with its reason, and nothing changes. */
class RefusalsTest {

    private static final AccountId PARTNER = AccountId.of("444455556666");

    private final InMemoryAws aws = InMemoryAws.create();
    private final InMemoryRegion region = aws.in(aws.region());
    private final Amis amis = Amis.using(aws);
    private Image image;

    @BeforeEach
    void bake() {
        image = amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
    }

    @Test
    void aCopyOfAnotherAccountsImageThatWasSharedWithoutItsSnapshots() {
        amis.share(image).with(PARTNER).apply();
        Amis partner = Amis.using(aws.as(PARTNER));
        String before = world();

        CopyReport report = partner.copy(partner.find().sharedWithMe().one())
                .to(Region.EU_WEST_1)
                .start()
                .await();

        assertThat(report.images()).isEmpty();
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("You do not have permission to access the storage of this ami");
        assertThat(partner.in(Region.EU_WEST_1).find().ownedBySelf().list()).isEmpty();
        assertThat(world()).isEqualTo(before);
    }

    @Test
    void sharingAnImageOnTheDefaultEbsKey() {
        Image encrypted = amis.copy(image)
                .to(region.region())
                .named("web-1.0.0-encrypted")
                .encrypted()
                .start()
                .await()
                .orThrow()
                .images()
                .get(0);

        changesNothing(
                () -> amis.share(encrypted).with(PARTNER).apply().orThrow(),
                InvalidRequestException.class,
                "CMK can't be shared");
    }

    @Test
    void makingAnImagePublicWhileBlocked() {
        region.blockPublicAccess().orElseThrow().block();

        changesNothing(() -> amis.makePublic(image).apply(), ConflictException.class, "block");
    }

    @Test
    void makingAnImagePublicWhileBlockedIsRefusedByTheAccountToo() {
        changesNothing(
                () -> region.imageAttributes()
                        .modifyLaunchPermissions(new ModifyLaunchPermissionsRequest(
                                image.imageId(), Set.of(LaunchPermission.EVERYONE), Set.of())),
                ConflictException.class,
                "OperationNotPermitted");
    }

    @Test
    void deregisteringAProtectedImage() {
        amis.protect(image).withoutCooldown().apply();

        changesNothing(() -> amis.deregister(image).withSnapshots().apply(), ConflictException.class, "protect");
    }

    @Test
    void deletingASnapshotInUse() {
        changesNothing(
                () -> region.snapshots().deleteSnapshot(image.snapshotIds().get(0)),
                ConflictException.class,
                "InvalidSnapshot.InUse");
    }

    @Test
    void disablingTwice() {
        amis.disable(image).apply();
        String before = world();

        ChangeReport again = amis.disable(image).apply();

        assertThat(again.results()).isEmpty();
        assertThat(world()).isEqualTo(before);
        changesNothing(() -> region.imageLifecycle().disableImage(image.imageId()), AmiException.class, "");
    }

    @Test
    void aPageThatIsEmptyButHasATokenIsNotTheEnd() {
        aws.faults().emptyPages(true);

        assertThat(amis.find().ownedBySelf().list()).extracting(Image::imageId).containsExactly(image.imageId());
    }

    @Test
    void aNameThatIsTakenByAnImageOfSomebodyElsesMaking() {
        changesNothing(
                () -> amis.create("web-1.0.0").fromInstance(aws.runInstance()).start(),
                ConflictException.class,
                image.imageId().value());
    }

    @Test
    void anImageThatIsNotThere() {
        changesNothing(
                () -> amis.disable(ImageId.of("ami-00000000000000000")).plan(),
                AmiException.class,
                "ami-00000000000000000");
    }

    @Test
    void aNameOfTwoCharactersIsRefusedBeforeAnyCall() {
        int calls = aws.calls().count();

        assertThatThrownBy(() -> amis.create("ab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CreateImageRequest.builder().name(null)).isInstanceOf(NullPointerException.class);
        assertThat(aws.calls().count()).isEqualTo(calls);
    }

    private void changesNothing(ThrowingCallable attempt, Class<? extends Throwable> type, String reason) {
        String images = world();
        assertThatThrownBy(attempt).isInstanceOf(type).hasMessageContaining(reason);
        assertThat(world()).isEqualTo(images);
    }

    /** Images, their attributes and snapshots; instances that a test runs on the way are no change. */
    private String world() {
        StringBuilder world = new StringBuilder();
        for (Image one : amis.find()
                .ownedBySelf()
                .includingDeprecated()
                .includingDisabled()
                .list()) {
            world.append(one)
                    .append(one.tags().asMap())
                    .append(one.deregistrationProtection())
                    .append(one.isPublic())
                    .append(region.imageAttributes().describeLaunchPermissions(one.imageId()))
                    .append('\n');
        }
        region.snapshots()
                .describeSnapshots(dev.amis.spi.DescribeSnapshotsRequest.builder()
                        .addOwnerId("self")
                        .build())
                .items()
                .forEach(world::append);
        return world.toString();
    }
}
