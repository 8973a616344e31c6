package dev.amis.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.Amis;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.Tags;
import dev.amis.plan.Plan;
import dev.amis.plan.Reason.Kind;
import dev.amis.usage.Samples;
import dev.amis.usage.StubAccount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final Region IRELAND = Region.EU_WEST_1;
    private static final Region VIRGINIA = Region.US_EAST_1;

    private final StubAccount account = StubAccount.create();
    private final Cleanup apart = Amis.using(account)
            .cleanup()
            .named("web-v{version}")
            .in(IRELAND, VIRGINIA)
            .keepingLatest(1)
            .keepingTagged("Keep");
    private final Cleanup together = apart.keepingCopiesTogether();

    /** In each Region one image that is the latest. */
    @BeforeEach
    void theLatest() {
        put(IRELAND, Samples.image(1, "web-v9.0.0"));
        put(VIRGINIA, Samples.image(2, "web-v8.0.0", 1));
    }

    private void put(Region region, Image image) {
        account.at(region).images.add(image.withRegion(region));
    }

    private static Image kept(Image image) {
        return image.withTags(Tags.of("Keep", ""));
    }

    private static Image copyOf(ImageId source, Region from, Image image) {
        return image.withSourceImageId(source).withSourceImageRegion(from);
    }

    @Test
    void aCopyOfTheSameNameIsKeptToo() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, kept(Samples.image(4, "web-v1.0.0")));

        Plan plan = together.plan();

        assertThat(Seen.kinds(plan, 3)).containsExactly(Kind.COPY_KEPT);
        assertThat(Seen.texts(plan, 3))
                .containsExactly("its copy " + Samples.imageId(4) + " in us-east-1 is kept: tagged Keep");
        assertThat(plan.actions()).isEmpty();
        assertThat(Seen.targets(apart.plan()))
                .containsExactly(Samples.imageId(3).value());
    }

    @Test
    void whatACopyWasMadeFromIsKeptToo() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, kept(copyOf(Samples.imageId(3), IRELAND, Samples.image(4, "web-v1.0.1"))));

        assertThat(Seen.kinds(together.plan(), 3)).containsExactly(Kind.COPY_KEPT);
    }

    @Test
    void aCopyOfWhatIsKeptIsKeptToo() {
        put(IRELAND, kept(Samples.image(3, "web-v1.0.0")));
        put(VIRGINIA, copyOf(Samples.imageId(3), IRELAND, Samples.image(4, "web-v1.0.1")));

        assertThat(Seen.kinds(together.plan(), 4)).containsExactly(Kind.COPY_KEPT);
    }

    @Test
    void copiesOfWhatIsGoneBelongTogether() {
        put(IRELAND, kept(copyOf(Samples.imageId(9), Region.SA_EAST_1, Samples.image(3, "web-v1.0.0"))));
        put(VIRGINIA, copyOf(Samples.imageId(9), Region.SA_EAST_1, Samples.image(4, "web-v1.0.1")));

        assertThat(Seen.kinds(together.plan(), 4)).containsExactly(Kind.COPY_KEPT);
    }

    @Test
    void copiesOfCopiesBelongTogether() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, copyOf(Samples.imageId(3), IRELAND, Samples.image(4, "web-v1.0.1")));
        put(IRELAND, kept(copyOf(Samples.imageId(4), VIRGINIA, Samples.image(5, "web-v1.0.2"))));

        assertThat(together.plan().actions()).isEmpty();
    }

    @Test
    void ifNoCopyIsKeptAllGo() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, Samples.image(4, "web-v1.0.0"));

        assertThat(together.plan().actions()).hasSize(2);
    }

    @Test
    void aCopyInTheSameRegionIsAnImageOfItsOwn() {
        put(IRELAND, kept(Samples.image(3, "web-v1.0.0")));
        put(IRELAND, copyOf(Samples.imageId(3), IRELAND, Samples.image(4, "web-v1.0.1")));

        assertThat(Seen.targets(together.plan()))
                .containsExactly(Samples.imageId(4).value());
    }

    @Test
    void aCopyOfNoFamilyDoesNotCount() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, kept(copyOf(Samples.imageId(3), IRELAND, Samples.image(4, "something else"))));

        assertThat(Seen.targets(together.plan()))
                .containsExactly(Samples.imageId(3).value());
    }

    @Test
    void aRegionThatThePolicyDoesNotLookAtDoesNotCount() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, kept(Samples.image(4, "web-v1.0.0")));

        assertThat(Seen.targets(together.in(IRELAND).plan()))
                .containsExactly(Samples.imageId(3).value());
    }

    @Test
    void whatIsDisabledAlreadyDoesNotKeepItsCopies() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(VIRGINIA, Samples.image(4, "web-v1.0.0").withStateText(ImageState.DISABLED.text()));

        assertThat(Seen.targets(together.disabling().plan()))
                .containsExactly(Samples.imageId(3).value());
    }

    @Test
    void limitsCountWhatIsLeft() {
        put(IRELAND, Samples.image(3, "web-v1.0.0"));
        put(IRELAND, Samples.image(5, "web-v0.9.0"));
        put(VIRGINIA, kept(Samples.image(4, "web-v1.0.0")));

        assertThat(together.atMost(1).plan().actions()).hasSize(1);
    }

    @Test
    void readsAsASentence() {
        assertThat(together.policy().toString()).endsWith("in use, copies together");
    }
}
