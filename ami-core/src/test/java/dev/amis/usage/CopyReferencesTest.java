package dev.amis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.InstanceId;
import dev.amis.model.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyReferencesTest {

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
    void crossesRegions() {
        assertThat(source.crossesRegions()).isTrue();
    }
}
