package dev.amis.plan;

import static dev.amis.plan.Worlds.REGION;
import static dev.amis.plan.Worlds.SNAPSHOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.spi.RegionalProvider;
import dev.amis.usage.Reference;
import dev.amis.usage.ReferenceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookaheadTest {

    private final TinyEc2 ec2 = new TinyEc2();
    private final List<Reference> references = new ArrayList<>();
    private final List<Set<ImageId>> asked = new ArrayList<>();

    @Test
    void oneLookServesAHundredImages() {
        ChangeReport report = apply(disabling(250));
        assertThat(report.isComplete()).isTrue();
        assertThat(looks()).isEqualTo(3);
        assertThat(asked).extracting(Set::size).containsExactly(100, 100, 50);
    }

    @Test
    void anImageAloneIsAskedForByItsId() {
        apply(disabling(1));
        assertThat(ec2.calls.get(0)).isEqualTo("DescribeImages [" + id(0) + "]");
    }

    @Test
    void whatWasReadIsGoodForSecondsOnly() {
        Plan plan = disabling(3);
        ChangeReport report = Worlds.engine(ec2, source())
                .applying(plan)
                .onProgress(progress -> ec2.pass(Lookahead.FRESH.plusMillis(1)))
                .apply();
        assertThat(report.isComplete()).isTrue();
        assertThat(looks()).isEqualTo(3);
        assertThat(asked).extracting(Set::size).containsExactly(3, 2, 1);
    }

    @Test
    void aChangeSinceIsSeenOnceWhatWasReadIsOld() {
        Plan plan = disabling(2);
        ChangeReport report = Worlds.engine(ec2, source())
                .applying(plan)
                .onProgress(progress -> {
                    ec2.pass(Lookahead.FRESH.plusMillis(1));
                    references.add(new Reference(REGION, id(1), "instances", "i-0123456789abcdef0"));
                })
                .apply();
        assertThat(report.results())
                .extracting(ActionResult::outcome)
                .containsExactly(Outcome.DONE, Outcome.SKIPPED_STALE);
    }

    @Test
    void aReferenceKeepsItsImageOnly() {
        Plan plan = disabling(3);
        references.add(new Reference(REGION, id(1), "instances", "i-0123456789abcdef0"));
        assertThat(apply(plan).results())
                .extracting(ActionResult::outcome)
                .containsExactly(Outcome.DONE, Outcome.SKIPPED_STALE, Outcome.DONE);
    }

    @Test
    void aSourceThatCannotBeReadKeepsThemAll() {
        ChangeReport report = Worlds.engine(ec2, Worlds.broken("instances"))
                .applying(disabling(3))
                .apply();
        assertThat(report.results())
                .extracting(ActionResult::outcome)
                .containsOnly(Outcome.SKIPPED_STALE)
                .hasSize(3);
        assertThat(ec2.changes()).isEmpty();
    }

    @Test
    void anImageThatTheFilterDoesNotShowIsAskedForAlone() {
        Plan plan = disabling(2);
        ec2.images.remove(id(1));
        assertThat(apply(plan).results()).extracting(ActionResult::detail).containsExactly("", "it is gone");
        assertThat(ec2.calls).contains("DescribeImages [" + id(1) + "]");
    }

    @Test
    void whatThisRunChangedIsLookedAtAnew() {
        ec2.add(Worlds.image(id(0), SNAPSHOT));
        ec2.add(Worlds.image(id(1), SNAPSHOT));
        PlannedAction enable = Worlds.planned(
                new Action.Enable(REGION, id(0)),
                Facts.builder().state(ImageState.DISABLED).build());
        Plan plan = Worlds.plan(
                Worlds.planned(new Action.Disable(REGION, id(0))),
                enable,
                Worlds.planned(new Action.Disable(REGION, id(1))));
        assertThat(apply(plan).isComplete()).isTrue();
        assertThat(ec2.images.get(id(0)).state()).isEqualTo(ImageState.AVAILABLE);
    }

    private ChangeReport apply(Plan plan) {
        return Worlds.engine(ec2, source()).applying(plan).apply();
    }

    private Plan disabling(int images) {
        Facts facts = Facts.builder().addUnusedIn("instances").build();
        return Worlds.plan(IntStream.range(0, images)
                .mapToObj(i -> {
                    ec2.add(Worlds.image(id(i), SNAPSHOT));
                    return Worlds.planned(new Action.Disable(REGION, id(i)), facts);
                })
                .toArray(PlannedAction[]::new));
    }

    private static ImageId id(int number) {
        return ImageId.of(String.format(Locale.ROOT, "ami-%017x", number));
    }

    private long looks() {
        return ec2.calls.stream()
                .filter(call -> call.startsWith("DescribeImages "))
                .count();
    }

    /** Remembers which images it was asked for. */
    private ReferenceSource source() {
        Supplier<List<Reference>> all = () -> List.copyOf(references);
        return new ReferenceSource() {
            @Override
            public String name() {
                return "instances";
            }

            @Override
            public List<Reference> references(RegionalProvider region) {
                return all.get();
            }

            @Override
            public List<Reference> referencesTo(RegionalProvider region, Set<ImageId> imageIds) {
                asked.add(Set.copyOf(imageIds));
                return ReferenceSource.super.referencesTo(region, imageIds);
            }
        };
    }
}
