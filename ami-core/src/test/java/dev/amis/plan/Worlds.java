package dev.amis.plan;

import dev.amis.model.AccountId;
import dev.amis.model.Architecture;
import dev.amis.model.BlockDeviceMapping;
import dev.amis.model.EbsBlockDevice;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.LaunchPermission;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.spi.RecycleBinResourceType;
import dev.amis.spi.RecycleBinRule;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import dev.amis.usage.ReferenceSources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests of plans put into their worlds, and the plans they make of it. */
final class Worlds {

    static final Region REGION = Region.EU_WEST_1;
    static final ImageId IMAGE = ImageId.of("ami-0123456789abcdef0");
    static final ImageId OTHER = ImageId.of("ami-0123456789abcdef1");
    static final SnapshotId SNAPSHOT = SnapshotId.of("snap-0123456789abcdef0");
    static final AccountId FRIEND = AccountId.of("444455556666");
    static final AccountId STRANGER = AccountId.of("777788889999");
    static final Instant NEXT_MONTH = Instant.parse("2026-02-05T08:00:00Z");
    static final Instant NEXT_YEAR = Instant.parse("2027-01-05T08:00:00Z");

    private Worlds() {}

    /** An available image on one snapshot, shared with a friend, with two tags. */
    static TinyEc2 ofOneImage() {
        TinyEc2 ec2 = new TinyEc2();
        ec2.add(image(IMAGE, SNAPSHOT), LaunchPermission.of(FRIEND));
        ec2.add(snapshot(SNAPSHOT));
        return ec2;
    }

    static Image image(ImageId id, SnapshotId snapshot) {
        return Image.builder()
                .imageId(id)
                .region(REGION)
                .ownerId(TinyEc2.ACCOUNT)
                .name("web-1.0.0")
                .description("before")
                .state(ImageState.AVAILABLE)
                .architecture(Architecture.ARM64)
                .tags(Tags.of("Stage", "secret").with("Team", "web"))
                .addBlockDeviceMapping(BlockDeviceMapping.ebs(
                        "/dev/xvda",
                        EbsBlockDevice.builder()
                                .snapshotId(snapshot)
                                .volumeSize(8)
                                .build()))
                .build();
    }

    static Snapshot snapshot(SnapshotId id) {
        return Snapshot.builder()
                .snapshotId(id)
                .region(REGION)
                .ownerId(TinyEc2.ACCOUNT)
                .state(SnapshotState.COMPLETED)
                .build();
    }

    /** A rule for a whole Region. */
    static RecycleBinRule rule(RecycleBinResourceType type, int days) {
        return new RecycleBinRule("rule4567890", type, Map.of(), Map.of(), Duration.ofDays(days));
    }

    static Plan plan(PlannedAction... actions) {
        return Plan.of("a test", TinyEc2.ACCOUNT, TinyEc2.START)
                .addActions(actions)
                .build();
    }

    static PlannedAction planned(Action action) {
        return planned(action, Facts.none());
    }

    static PlannedAction planned(Action action, Facts facts) {
        return PlannedAction.of(action, "asked for", facts, TinyEc2.START);
    }

    static PlanEngine engine(TinyEc2 ec2, ReferenceSource... sources) {
        return new PlanEngine(ec2.session(), ReferenceSources.of(List.of(sources)));
    }

    static ActionResult make(TinyEc2 ec2, PlannedAction planned, ReferenceSource... sources) {
        return engine(ec2, sources).applying(plan(planned)).apply().results().get(0);
    }

    static ActionResult make(TinyEc2 ec2, Action action) {
        return make(ec2, planned(action));
    }

    /** A source of which each entry refers to {@link #IMAGE}. */
    static ReferenceSource source(String name, String... by) {
        return new ReferenceSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Reference> references(RegionalProvider region) {
                List<Reference> references = new ArrayList<>();
                for (String one : by) {
                    references.add(new Reference(REGION, IMAGE, name, one));
                }
                return references;
            }
        };
    }

    static ReferenceSource broken(String name) {
        return new ReferenceSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Reference> references(RegionalProvider region) {
                throw new IllegalStateException("no answer");
            }
        };
    }
}
