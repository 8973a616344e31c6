package dev.amis.testing.tasks;

import static dev.amis.testing.tasks.OrphanWorld.REGION;
import static dev.amis.testing.tasks.OrphanWorld.created;
import static dev.amis.testing.tasks.OrphanWorld.described;
import static dev.amis.testing.tasks.OrphanWorld.image;
import static dev.amis.testing.tasks.OrphanWorld.snapshot;
import static dev.amis.testing.tasks.OrphanWorld.tags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.cleanup.OrphanSnapshots;
import dev.amis.model.CreateVolumePermission;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.SnapshotState;
import dev.amis.model.VolumeId;
import dev.amis.plan.Action;
import dev.amis.plan.Decision;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason;
import dev.amis.plan.Reason.Kind;
import dev.amis.plan.Verdict;
import dev.amis.spi.CopySnapshotRequest;
import dev.amis.spi.DeregisterImageRequest;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.testing.InMemoryRegion;
import dev.amis.testing.InstanceSpec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which snapshots count as orphans, and what keeps the others. */
class OrphansTest {

    private final OrphanWorld world = new OrphanWorld();
    private final InMemoryRegion region = world.aws.in(REGION);
    private final OrphanSnapshots orphans = Amis.using(world.aws).orphanSnapshots();

    @Test
    void whatAnImageLeftBehindIsDeleted() {
        world.with(1);

        Plan plan = orphans.plan();

        assertThat(plan.actions())
                .extracting(planned -> planned.action())
                .containsExactly(new Action.DeleteSnapshot(REGION, snapshot(1)));
        assertThat(decision(plan, 1).verdict()).isEqualTo(Verdict.DELETE);
        assertThat(decision(plan, 1).reasons())
                .extracting(Reason::text)
                .containsExactly("made by CreateImage for " + image(1) + ", which is gone, and nothing needs it");
    }

    @Test
    void imagesKeepTheirSnapshotsWhateverTheState() {
        world.with(1).with(2).with(3).with(4);
        world.withImage(1, ImageState.AVAILABLE, 1).withImage(12, ImageState.DISABLED, 2);
        world.withImage(13, ImageState.FAILED, 3).withImage(14, ImageState.PENDING, 4);

        assertThat(orphans.plan().actions()).isEmpty();
        assertThat(kinds(2)).containsExactly(Kind.IN_USE);
        assertThat(text(3)).isEqualTo("in use: images " + image(13) + " (failed)");
    }

    @Test
    void anImageThatDoesNotListItsSnapshotYetKeepsIt() {
        world.with(1).withImage(1, ImageState.PENDING);

        assertThat(text(1)).isEqualTo("in use: images " + image(1) + ", which it was made for, is there");
    }

    @Test
    void anotherImageOnTheSnapshotKeepsIt() {
        world.with(1).withImage(77, ImageState.AVAILABLE, 1);

        assertThat(kinds(1)).containsExactly(Kind.IN_USE);
    }

    @Test
    void copiesAndImportsLeaveOrphansToo() {
        world.with(described(
                        1,
                        "Copied for DestinationAmi " + image(1) + " from SourceAmi " + image(2) + " for SourceSnapshot "
                                + snapshot(9) + ". Task created on 1,638,000,000,000."))
                .with(described(2, "Created by AWS-VMImport service for import-ami-0123456789abcdef0"));

        assertThat(orphans.plan().actions()).hasSize(2);
    }

    @Test
    void anImportedImageIsToldByItsName() {
        world.with(described(2, "Created by AWS-VMImport service for import-ami-0123456789abcdef0"));
        world.aws.seed().image(world.imageOn(8, ImageState.AVAILABLE).withName("import-ami-0123456789abcdef0"));

        assertThat(kinds(2)).containsExactly(Kind.IN_USE);
    }

    @Test
    void whatOnlyLooksLikeItStays() {
        world.with(described(1, created(1) + " by hand"))
                .with(described(2, "Created by CreateImage"))
                .with(described(3, "backup of the database"))
                .with(described(4, created(4)).withVolumeId(VolumeId.of("vol-ffffffff")));

        Plan plan = orphans.plan();

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.decisions())
                .allSatisfy(one ->
                        assertThat(one.reasons()).extracting(Reason::kind).containsExactly(Kind.NOT_ELIGIBLE));
    }

    @Test
    void aTagProvesItIfSoSaid() {
        world.with(described(1, "root of web").withTags(tags("Image", image(1).value())));

        assertThat(orphans.plan().actions()).isEmpty();
        assertThat(orphans.madeForImageIn("Image").plan().actions()).hasSize(1);
    }

    @Test
    void aTagThatContradictsTheDescriptionKeepsIt() {
        world.with(described(1, created(1)).withTags(tags("Image", image(2).value())));

        assertThat(orphans.madeForImageIn("Image").plan().actions()).isEmpty();
    }

    @Test
    void theYoungStay() {
        world.with(described(1, created(1)).withStartTime(OrphanWorld.NOW.minus(Duration.ofHours(20))));

        assertThat(kinds(1)).containsExactly(Kind.NEWER_THAN);
        assertThat(decision(orphans.keepingNewerThan(Duration.ofDays(101)).plan(), 1)
                        .verdict())
                .isEqualTo(Verdict.KEEP);
    }

    @Test
    void whatIsNotWholeYetStays() {
        world.with(described(1, created(1)).withStateText(SnapshotState.RECOVERING.text()));

        assertThat(kinds(1)).containsExactly(Kind.NOT_ELIGIBLE);
    }

    @Test
    void whatOthersManageStays() {
        world.with(described(1, created(1)).withTags(tags("aws:backup:source-resource", "x")))
                .with(described(2, created(2)).withTags(tags("aws:dlm:lifecycle-policy-id", "x")))
                .with(described(3, created(3)).withTags(tags("dlm:managed", "true")));

        assertThat(text(1)).isEqualTo("managed by AWS Backup, by tag aws:backup:source-resource");
        assertThat(text(2)).isEqualTo("managed by Data Lifecycle Manager, by tag aws:dlm:lifecycle-policy-id");
        assertThat(text(3)).isEqualTo("managed by Data Lifecycle Manager, by tag dlm:managed");
    }

    @Test
    void whatIsSharedStays() {
        world.with(described(1, created(1)), CreateVolumePermission.of(Account.FRIEND))
                .with(described(2, created(2)), CreateVolumePermission.EVERYONE);

        assertThat(kinds(1)).containsExactly(Kind.SHARED);
        assertThat(text(2)).startsWith("public, ");
    }

    @Test
    void volumesKeepWhatTheyWereMadeFrom() {
        world.with(1).withImage(1, ImageState.AVAILABLE, 1);
        region.runInstance(InstanceSpec.of(image(1)));
        region.images().deregisterImage(new DeregisterImageRequest(image(1), false));

        assertThat(text(1)).startsWith("in use: volumes vol-");
        assertThat(orphans.ignoringUseIn("volumes").plan().actions()).hasSize(1);
    }

    @Test
    void launchTemplatesAndFastLaunchKeepTheirs() {
        world.with(1).with(2).withTemplate(1, 1);
        region.fastLaunch(image(2), true);

        assertThat(text(1)).startsWith("in use: block devices of launch templates lt-");
        assertThat(text(2)).isEqualTo("in use: fast launch of " + image(2));
    }

    @Test
    void anyVersionOfALaunchTemplateKeepsItsSnapshot() {
        world.with(1).with(2).withTemplate(1, 1, 9).withTemplate(1, 2, 1).withTemplate(1, 3, 9);

        assertThat(text(1)).startsWith("in use: block devices of launch templates lt-");
        assertThat(orphans.plan().actions()).hasSize(1);
        assertThat(orphans.ignoringUseIn("block devices of launch templates")
                        .plan()
                        .actions())
                .hasSize(2);
    }

    @Test
    void aCopyInProgressKeepsItsSource() {
        world.with(1);
        world.aws
                .in(Region.EU_WEST_1)
                .snapshots()
                .copySnapshot(CopySnapshotRequest.builder()
                        .sourceSnapshotId(snapshot(1))
                        .sourceRegion(REGION)
                        .description("[Copied " + snapshot(1) + " from us-east-1]")
                        .build());

        Plan plan = orphans.in(REGION, Region.EU_WEST_1).plan();

        assertThat(decision(plan, 1).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).startsWith("in use: snapshot copies in progress snap-"));
    }

    @Test
    void anImageInTheRecycleBinMayNeedEverythingThatIsOlder() {
        world.keeping(RecycleBinResourceType.EC2_IMAGE, 7).with(1).with(2).withImage(1, ImageState.AVAILABLE, 1);
        region.images().deregisterImage(new DeregisterImageRequest(image(1), false));

        assertThat(kinds(1)).containsExactly(Kind.IN_USE);
        assertThat(kinds(2)).containsExactly(Kind.USE_UNKNOWN);
        Plan trusting = orphans.trustingDescriptions().plan();
        assertThat(decision(trusting, 1).verdict()).isEqualTo(Verdict.KEEP);
        assertThat(decision(trusting, 2).verdict()).isEqualTo(Verdict.DELETE);
        assertThat(trusting.notes()).hasSize(1);
    }

    @Test
    void rulesOfThePolicyKeep() {
        world.with(described(1, created(1)).withTags(tags("Keep", "yes")))
                .with(described(2, created(2)).withTags(tags("Until", "2026-02-01")))
                .with(3)
                .with(described(4, created(4)).withTags(tags("Team", "web")));

        Plan plan = orphans.keepingTagged("Keep", "yes")
                .keepingUntil("Until")
                .keeping(snapshot(3))
                .plan();

        assertThat(plan.actions())
                .extracting(planned -> planned.action().target())
                .containsExactly(snapshot(4).value());
        assertThat(orphans.onlyTagged("Team", "web").plan().actions()).hasSize(1);
        assertThat(orphans.onlyTagged("Team", "db").plan().actions()).isEmpty();
    }

    private Decision decision(Plan plan, int number) {
        return plan.decisions().stream()
                .filter(one -> one.id().equals(snapshot(number)))
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> kinds(int number) {
        return decision(orphans.plan(), number).reasons().stream()
                .map(Reason::kind)
                .toList();
    }

    private String text(int number) {
        return decision(orphans.plan(), number).reasons().get(0).text();
    }
}
