package dev.amis.cleanup;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** Two images, to be retired in stages. It is noon of 2026-06-01, and a plan is good for a day. */
abstract class StagesFixture {

    static final Instant NOW = StubAccount.NOW;
    static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    static final Stages STAGES =
            Stages.deprecating().disablingAfter(Duration.ofDays(30)).deregisteringAfter(Duration.ofDays(14));

    final StubAccount account = StubAccount.create();
    final Cleanup web = Amis.using(account)
            .cleanup()
            .named("web-v{version}")
            .keepingLatest(1)
            .inStages(STAGES);

    /** One that stays, and one, of number 2, that would go. */
    @BeforeEach
    void twoImages() {
        account.here().images.add(Samples.image(1, "web-v1.1.0"));
        account.here().images.add(Samples.image(2, "web-v1.0.0"));
    }

    void change(UnaryOperator<Image> change) {
        account.here().images.set(1, change.apply(account.here().images.get(1)));
    }

    void deprecated(Instant date) {
        change(image -> image.withDeprecationTime(date));
    }

    void deprecatedDaysAgo(int days) {
        deprecated(NOW.minus(Duration.ofDays(days)));
    }

    void disabled(String at) {
        change(image -> image.withStateText(ImageState.DISABLED.text()));
        tagged(at);
    }

    void tagged(String at) {
        change(image -> image.withTags(Tags.of("amis:disabled-at", at)));
    }

    static String daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days)).toString();
    }

    static List<Action> actions(Plan plan) {
        return plan.actions().stream().map(PlannedAction::action).toList();
    }

    static Action.Deprecate deprecation() {
        return new Action.Deprecate(Region.EU_WEST_1, Samples.imageId(2), TOMORROW);
    }

    static Action.SetTags mark() {
        return new Action.SetTags(
                Region.EU_WEST_1, Samples.imageId(2).value(), Tags.of("amis:disabled-at", TOMORROW.toString()));
    }

    static Action.RemoveTags unmark() {
        return new Action.RemoveTags(Region.EU_WEST_1, Samples.imageId(2).value(), Set.of("amis:disabled-at"));
    }

    static Action.Disable disabling() {
        return new Action.Disable(Region.EU_WEST_1, Samples.imageId(2));
    }
}
