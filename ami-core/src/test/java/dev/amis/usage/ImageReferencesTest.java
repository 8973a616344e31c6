package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.error.ConflictException;
import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageReferencesTest {

    private final StubRegion region = StubAccount.create().here();
    private final ReferenceSource source = ReferenceSource.copiesInProgress();

    @Test
    void tellsTheSourceOfACopyWhereverItIs() {
        region.images.add(Samples.copy(1, Samples.imageId(7), Region.US_EAST_1));

        assertThat(source.references(region))
                .containsExactly(new Reference(
                        Region.US_EAST_1,
                        Samples.imageId(7),
                        "copies in progress",
                        "ami-00000000000000001 (pending in eu-west-1)"));
    }

    @Test
    void takesTheOwnRegionWhereNoneIsTold() {
        region.images.add(
                Samples.copy(1, Samples.imageId(7), Region.US_EAST_1).withSourceImageRegion(Optional.empty()));

        assertThat(source.references(region)).extracting(Reference::region).containsExactly(Region.EU_WEST_1);
    }

    @Test
    void ignoresCopiesThatAreDone() {
        region.images.add(Samples.copy(1, Samples.imageId(7), Region.EU_WEST_1).withStateText("available"));

        assertThat(source.references(region)).isEmpty();
    }

    @Test
    void ignoresImagesThatAreMadeFromAnInstance() {
        region.images.add(Samples.copy(1, Samples.imageId(7), Region.EU_WEST_1)
                .withSourceInstanceId(InstanceId.of("i-00000000000000001")));

        assertThat(source.references(region)).isEmpty();
    }

    @Test
    void findsTheCopiesOfOneImageOfTheRegion() {
        region.images.addAll(List.of(
                Samples.copy(1, Samples.imageId(7), Region.EU_WEST_1),
                Samples.copy(2, Samples.imageId(8), Region.EU_WEST_1),
                Samples.copy(3, Samples.imageId(7), Region.US_EAST_1)));

        assertThat(source.referencesTo(region, Set.of(Samples.imageId(7))))
                .extracting(Reference::by)
                .containsExactly("ami-00000000000000001 (pending in eu-west-1)");
    }

    @Test
    void derivedImagesOfAnyKindReferToTheirParent() {
        region.images.addAll(List.of(
                Samples.copy(1, Samples.imageId(7), Region.EU_WEST_1).withStateText("available"),
                Samples.copy(2, Samples.imageId(7), Region.EU_WEST_1).withStateText("disabled"),
                Samples.copy(3, Samples.imageId(7), Region.EU_WEST_1)
                        .withStateText("available")
                        .withSourceInstanceId(InstanceId.of("i-00000000000000001")),
                Samples.copy(4, Samples.imageId(7), Region.EU_WEST_1).withStateText("failed"),
                Samples.copy(5, Samples.imageId(8), Region.US_EAST_1).withStateText("available")));
        ReferenceSource derived = ReferenceSource.derivedImages();

        assertThat(derived.references(region))
                .hasSize(4)
                .allMatch(one -> one.source().equals("derived images"));
        assertThat(derived.referencesTo(region, Set.of(Samples.imageId(7))))
                .extracting(Reference::by)
                .containsExactly(
                        "ami-00000000000000001 (available in eu-west-1)",
                        "ami-00000000000000002 (disabled in eu-west-1)",
                        "ami-00000000000000003 (available in eu-west-1)");
    }

    @Test
    void tooFewReferencesAreNotBelieved() {
        region.images.add(Samples.copy(1, Samples.imageId(7), Region.EU_WEST_1));

        assertThat(source.expectingAtLeast(1).references(region)).hasSize(1);
        assertThatThrownBy(() -> source.expectingAtLeast(2).references(region))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("it told of 1 references, but at least 2 were expected");
        assertThat(source.expectingAtLeast(2).referencesTo(region, Set.of(Samples.imageId(8))))
                .isEmpty();
        assertThat(source.expectingAtLeast(2).crossesRegions()).isTrue();
    }

    @Test
    void lessThanOneReferenceCannotBeExpected() {
        assertThatThrownBy(() -> source.expectingAtLeast(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'copies in progress' is 0, but must be at least 1");
    }

    @Test
    void crossesRegions() {
        assertThat(source.crossesRegions()).isTrue();
    }
}
