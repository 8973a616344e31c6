package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.error.NotFoundException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.SnapshotId;
import dev.amis.model.Tags;
import dev.amis.spi.CreateTagsRequest;
import dev.amis.spi.DeleteTagsRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link dev.amis.spi.TagPort} must do. */
public abstract class TagPortContract extends Rules {

    /** Makes a contract. */
    protected TagPortContract() {}

    @Test
    void tagsAreSetOnSeveralResourcesAtOnce() {
        Image image = bakedImage();
        SnapshotId snapshot = image.snapshotIds().get(0);

        owner.ports()
                .tags()
                .createTags(new CreateTagsRequest(
                        List.of(image.imageId().value(), snapshot.value()), Tags.of("Team", "platform")));

        assertTags(image.imageId(), Tags.of("Team", "platform"));
        owner.eventually(() -> assertThat(owner.snapshot(snapshot).tags()).isEqualTo(Tags.of("Team", "platform")));
    }

    @Test
    void instancesCanBeTagged() {
        InstanceId instance = world.runInstance();

        owner.tag(instance.value(), Tags.of("Team", "platform"));

        owner.eventually(
                () -> assertThat(owner.instance(instance).tags().get("Team")).contains("platform"));
    }

    @Test
    void pendingImageCanBeTagged() {
        ImageId image = pendingImage();

        owner.tag(image.value(), Tags.of("Team", "platform"));

        assertTags(image, Tags.of("Team", "platform"));
    }

    @Test
    void disabledImageCanBeTagged() {
        ImageId image = bakedImage().imageId();
        owner.lifecycle().disableImage(image);

        owner.tag(image.value(), Tags.of("Team", "platform"));

        assertTags(image, Tags.of("Team", "platform"));
    }

    @Test
    void sameKeyIsOverwritten() {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Team", "platform").with("Keep", "yes"));

        owner.tag(image.value(), Tags.of("Team", "payments"));

        assertTags(image, Tags.of("Team", "payments").with("Keep", "yes"));
    }

    @Test
    void repeatingChangesNothing() {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Team", "platform"));

        owner.tag(image.value(), Tags.of("Team", "platform"));

        assertTags(image, Tags.of("Team", "platform"));
    }

    @Test
    void keysMindCase() {
        ImageId image = bakedImage().imageId();

        owner.tag(image.value(), Tags.of("team", "small").with("Team", "large"));

        assertTags(image, Tags.of("team", "small").with("Team", "large"));
    }

    @Test
    void valueMayBeEmpty() {
        ImageId image = bakedImage().imageId();

        owner.tag(image.value(), Tags.of("Reviewed", ""));

        assertTags(image, Tags.of("Reviewed", ""));
    }

    @Test
    void deletingTakesOnlyTheNamedKeys() {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Team", "platform").with("Keep", "yes"));

        owner.ports().tags().deleteTags(new DeleteTagsRequest(List.of(image.value()), Set.of("Team")));

        assertTags(image, Tags.of("Keep", "yes"));
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), Tags.of("Keep", "yes"));

        owner.ports().tags().deleteTags(new DeleteTagsRequest(List.of(image.value()), Set.of("Team")));

        assertTags(image, Tags.of("Keep", "yes"));
    }

    @Test
    void fiftyTagsAreTheMost() {
        Assumptions.assumeTrue(world.takesAllTags(), "this world marks what it makes with a tag of its own");
        ImageId image = bakedImage().imageId();
        owner.tag(image.value(), fifty());
        owner.eventually(() -> assertThat(owner.image(image).tags()).isEqualTo(fifty()));

        refused(
                QuotaExceededException.class,
                "TagLimitExceeded",
                () -> owner.tag(image.value(), Tags.of("one", "more")));
        assertTags(image, fifty());
    }

    @Test
    void systemTagsAreRefused() {
        ImageId image = bakedImage().imageId();
        Tags system = Tags.read(Map.of("aws:x", "y"));

        refusedBeforeOrByEc2(() -> owner.tag(image.value(), system));
        assertTags(image, Tags.none());
    }

    @Test
    void unknownResourceIsRefused() {
        refused(NotFoundException.class, () -> owner.tag("ami-00000000000000bad", Tags.of("Team", "platform")));
    }

    @Test
    void resourceThatCannotBeSeenIsRefused() {
        Actor stranger = stranger();
        ImageId image = bakedImage().imageId();

        refused(NotFoundException.class, () -> stranger.tag(image.value(), Tags.of("Team", "platform")));
        assertTags(image, Tags.none());
    }

    private void assertTags(ImageId image, Tags expected) {
        owner.eventually(() -> assertThat(owner.image(image).tags()).isEqualTo(expected));
    }

    private static Tags fifty() {
        Map<String, String> tags = new HashMap<>();
        for (int i = 1; i <= 50; i++) {
            tags.put("key-" + i, "value");
        }
        return Tags.of(tags);
    }
}
