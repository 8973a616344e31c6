package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.Region;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageTest {

    private static final Region HERE = Region.EU_WEST_1;
    private static final Region THERE = Region.US_EAST_1;

    private static Reference reference(int image, String source, String by) {
        return new Reference(HERE, Samples.imageId(image), source, by);
    }

    private static Usage usage(List<Reference> references, UnreadSource... unread) {
        return Usage.of(List.of(HERE, THERE), List.of("instances", "cmdb"), references, List.of(unread));
    }

    @Test
    void anImageThatSomethingRefersToIsUsed() {
        Usage usage = usage(List.of(reference(1, "instances", "i-1")));

        assertThat(usage.of(Samples.image(1, "web")).status()).isEqualTo(UseStatus.USED);
    }

    @Test
    void anImageIsUnusedIfEverySourceWasRead() {
        assertThat(usage(List.of()).of(Samples.image(1, "web")).status()).isEqualTo(UseStatus.UNUSED);
    }

    @Test
    void anImageIsUnknownIfASourceOfItsRegionWasNotRead() {
        UnreadSource unread = new UnreadSource(HERE, "cmdb", "down");

        ImageUsage found = usage(List.of(), unread).of(Samples.image(1, "web"));

        assertThat(found.status()).isEqualTo(UseStatus.UNKNOWN);
        assertThat(found.unreadSources()).containsExactly(unread);
    }

    @Test
    void aKnownUseCountsEvenIfASourceWasNotRead() {
        Usage usage = usage(List.of(reference(1, "instances", "i-1")), new UnreadSource(HERE, "cmdb", "down"));

        assertThat(usage.of(Samples.image(1, "web")).status()).isEqualTo(UseStatus.USED);
    }

    @Test
    void otherRegionsAreNotAffectedByAnUnreadSource() {
        Usage usage = usage(List.of(), new UnreadSource(THERE, "cmdb", "down"));

        assertThat(usage.of(Samples.image(1, "web")).status()).isEqualTo(UseStatus.UNUSED);
    }

    @Test
    void aRegionThatWasNotReadIsUnknown() {
        ImageUsage found = usage(List.of()).of(Region.SA_EAST_1, Samples.imageId(1));

        assertThat(found.status()).isEqualTo(UseStatus.UNKNOWN);
        assertThat(found.unreadSources())
                .containsExactly(new UnreadSource(Region.SA_EAST_1, "all sources", "the Region was not looked at"));
    }

    @Test
    void referencesAreToldOnceAndInOrder() {
        Reference first = reference(1, "cmdb", "shop");
        Reference second = reference(1, "instances", "i-1");
        Reference third = reference(1, "instances", "i-2");
        Reference fourth = reference(2, "cmdb", "shop");

        Usage usage = usage(List.of(fourth, third, second, first, second));

        assertThat(usage.references()).containsExactly(first, second, third, fourth);
        assertThat(usage.references(HERE).get(Samples.imageId(1))).containsExactly(first, second, third);
        assertThat(usage.references(THERE)).isEmpty();
    }

    @Test
    void referencesToImagesThatDoNotExistAreFound() {
        Reference alive = reference(1, "instances", "i-1");
        Reference dangling = reference(2, "launch templates", "lt-1");

        assertThat(usage(List.of(alive, dangling)).dangling(Set.of(Samples.imageId(1))))
                .containsExactly(dangling);
    }

    @Test
    void printsAsOneLine() {
        Usage usage = usage(
                List.of(reference(1, "instances", "i-1"), reference(1, "instances", "i-2")),
                new UnreadSource(HERE, "cmdb", "down"));

        assertThat(usage)
                .hasToString("2 references to 1 images in [eu-west-1, us-east-1] from [instances, cmdb], not read: "
                        + "[cmdb in eu-west-1 (down)]");
    }

    @Test
    void printsNothingOfUnreadSourcesIfThereAreNone() {
        assertThat(usage(List.of()).toString()).doesNotContain("not read");
    }
}
