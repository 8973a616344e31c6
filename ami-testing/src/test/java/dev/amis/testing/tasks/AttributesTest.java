package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.QuotaExceededException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImdsSupport;
import dev.amis.model.Tags;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Outcome;
import dev.amis.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private final Account account = Account.withOneImage();

    @Test
    void tagsAreSet() {
        account.amis()
                .tag(account.image())
                .with("Stage", "prod")
                .with(Tags.of("Owner", "me"))
                .apply()
                .orThrow();
        assertThat(account.now().tags().asMap())
                .containsEntry("Stage", "prod")
                .containsEntry("Owner", "me")
                .containsEntry("Team", "web");
    }

    @Test
    void onlyWhatDiffersIsSet() {
        Plan plan = account.amis()
                .tag(account.id())
                .with("Stage", "test")
                .with("Owner", "me")
                .plan();
        assertThat(plan.actions()).singleElement().asString().contains("[Owner]");
        assertThat(account.amis().tag(account.id()).with("Stage", "test").plan().isEmpty())
                .isTrue();
    }

    @Test
    void snapshotsAreTaggedToo() {
        account.amis()
                .tag(account.id())
                .with("Owner", "me")
                .includingSnapshots()
                .apply()
                .orThrow();
        assertThat(account.state().snapshots().get(account.snapshot()).tags().get("Owner"))
                .contains("me");
        account.amis().untag(account.id(), "Owner").includingSnapshots().apply().orThrow();
        assertThat(account.state().snapshots().get(account.snapshot()).tags().contains("Owner"))
                .isFalse();
    }

    @Test
    void noTagIsRefusedBeforeAnyCall() {
        assertThatIllegalStateException()
                .isThrownBy(() -> account.amis().tag(account.id()).plan());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().untag(account.id()))
                .withMessage("keys is empty, but must name the tags to remove");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().untag(account.image(), "aws:x"))
                .withMessageContaining("reserved for AWS");
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void moreThanFiftyTagsAreRefusedBeforeAnythingIsSet() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 50; i++) {
            many.put("key" + i, "value");
        }
        assertThatThrownBy(() ->
                        account.amis().tag(account.id()).with(Tags.of(many)).plan())
                .isInstanceOf(QuotaExceededException.class)
                .hasMessageContaining("would have too many tags")
                .hasMessageContaining("Remove some first");
        assertThat(account.changes()).isEmpty();
    }

    @Test
    void tagsAreRemoved() {
        account.amis().untag(account.image(), "Stage", "None").apply().orThrow();
        assertThat(account.now().tags().contains("Stage")).isFalse();
        assertThat(account.amis().untag(account.id(), "Stage").plan().isEmpty()).isTrue();
    }

    @Test
    void undoingPutsTheTagsBeforeBack() {
        Account.State before = account.state();
        ChangeReport set = account.amis()
                .tag(account.id())
                .with("Stage", "prod")
                .with("Owner", "me")
                .includingSnapshots()
                .apply();
        account.amis().undo(set).orThrow();
        ChangeReport removed =
                account.amis().untag(account.id(), "Stage", "Team").apply();
        account.amis().undo(removed).orThrow();
        assertThat(account.state()).isEqualTo(before);
    }

    @Test
    void aTagThatWasChangedSinceThePlanStopsIt() {
        Plan plan = account.amis().tag(account.id()).with("Stage", "prod").plan();
        account.amis().tag(account.id()).with("Stage", "canary").apply();
        ChangeReport report = account.amis().apply(plan);
        assertThat(report.results(Outcome.SKIPPED_STALE).get(0).detail()).isEqualTo("its tags were changed: Stage");
        assertThat(account.now().tags().get("Stage")).contains("canary");
    }

    @Test
    void aTagThatWasChangedSinceThePlanIsNotRemoved() {
        Plan plan = account.amis().untag(account.id(), "Stage").plan();
        account.amis().tag(account.id()).with("Stage", "canary").apply();
        assertThat(account.amis().apply(plan).results(Outcome.SKIPPED_STALE)).hasSize(1);
    }

    @Test
    void theDescriptionIsChanged() {
        ChangeReport report = account.amis()
                .changeDescription(account.image(), "after")
                .apply()
                .orThrow();
        assertThat(account.now().description()).contains("after");
        assertThat(account.amis()
                        .changeDescription(account.id(), "after")
                        .plan()
                        .isEmpty())
                .isTrue();
        account.amis().undo(report).orThrow();
        assertThat(account.now().description()).contains("before");
    }

    @Test
    void aLongDescriptionIsRefusedBeforeAnyCall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> account.amis().changeDescription(account.id(), "x".repeat(256)));
        assertThat(account.aws().calls().count()).isZero();
    }

    @Test
    void imdsV2IsRequiredForGood() {
        Image old = account.image()
                .withImageId(ImageId.of("ami-0fedcba9876543210"))
                .withName("old-1.0.0")
                .withImdsSupport(Optional.empty());
        account.aws().seed().image(old);
        Plan plan = account.amis().requireImdsV2(old).plan();
        assertThat(plan.describe()).contains("cannot be undone: EC2 has no way back");
        ChangeReport report = account.amis().apply(plan).orThrow();
        assertThat(account.state().images().get(old.imageId()).imdsSupport()).contains(ImdsSupport.V2_0);
        assertThat(account.amis().requireImdsV2(old.imageId()).plan().isEmpty()).isTrue();
        assertThat(account.amis().undoing(report).plan().notes()).hasSize(1);
    }
}
