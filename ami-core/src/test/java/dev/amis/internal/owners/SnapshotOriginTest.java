package dev.amis.internal.owners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import dev.amis.model.Region;
import dev.amis.model.Snapshot;
import dev.amis.model.SnapshotId;
import dev.amis.model.SnapshotState;
import dev.amis.model.Tags;
import dev.amis.model.VolumeId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotOriginTest {

    private static final String IMAGE = "ami-0123456789abcdef0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Created by CreateImage(i-0123456789abcdef0) for ami-0123456789abcdef0",
                "Created by CreateImage(i-01234567) for ami-0123456789abcdef0 from vol-01234567",
                "Copied for DestinationAmi ami-0123456789abcdef0 from SourceAmi ami-01234567 for SourceSnapshot snap-01234567",
                "Copied for DestinationAmi ami-0123456789abcdef0 from SourceAmi ami-01234567 for SourceSnapshot"
                        + " snap-01234567. Task created on 1,700,000,000,000."
            })
    void knownTextsNameTheirImage(String text) {
        assertThat(origin(text).flatMap(SnapshotOrigin::image)).contains(ImageId.of(IMAGE));
    }

    @Test
    void anImportNamesTheImageByItsName() {
        SnapshotOrigin origin =
                origin("Created by AWS-VMImport service for import-ami-0abc").orElseThrow();

        assertThat(origin.image()).isEmpty();
        assertThat(origin.imageName()).contains("import-ami-0abc");
        assertThat(origin).hasToString("made by an import for import-ami-0abc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Created by CreateImage",
                "created by CreateImage(i-01234567) for ami-01234567",
                "Created by CreateImage(i-01234567) for ami-0123456",
                "Created by CreateImage(i-01234567) for ami-01234567, keep this one",
                " Created by CreateImage(i-01234567) for ami-01234567",
                "Created by AWS-VMImport service for import-snap-0abc",
                "Copied for DestinationAmi ami-01234567",
                "[Copied snap-01234567 from eu-west-1] Created by CreateImage(i-01234567) for ami-01234567"
            })
    void textsThatOnlyLookLikeItProveNothing(String text) {
        assertThat(origin(text)).isEmpty();
    }

    @Test
    void aCopyByHandOfAnImagesSnapshotIsSomebodysOwn() {
        Snapshot copy = snapshot("Created by CreateImage(i-01234567) for ami-01234567")
                .withVolumeId(VolumeId.of("vol-ffffffff"));

        assertThat(SnapshotOrigin.of(copy, List.of())).isEmpty();
    }

    @Test
    void aTagProvesItWhereItIsTaken() {
        Snapshot tagged = snapshot("of the web server").withTags(Tags.of("Image", IMAGE));

        assertThat(SnapshotOrigin.of(tagged, List.of())).isEmpty();
        assertThat(SnapshotOrigin.of(tagged, List.of("Image")).flatMap(SnapshotOrigin::image))
                .contains(ImageId.of(IMAGE));
        assertThat(SnapshotOrigin.of(tagged.withTags(Tags.of("Image", "web")), List.of("Image")))
                .isEmpty();
    }

    @Test
    void proofsThatContradictOneAnotherAreNone() {
        Snapshot both = snapshot("Created by CreateImage(i-01234567) for ami-01234567")
                .withTags(Tags.of("Image", IMAGE).with("Also", "ami-01234567"));

        assertThat(SnapshotOrigin.of(both, List.of("Also"))).isPresent();
        assertThat(SnapshotOrigin.of(both, List.of("Image"))).isEmpty();
        assertThat(SnapshotOrigin.of(both.withDescription("by hand"), List.of("Image", "Also")))
                .isEmpty();
    }

    private static Optional<SnapshotOrigin> origin(String text) {
        return SnapshotOrigin.of(snapshot(text), List.of());
    }

    private static Snapshot snapshot(String description) {
        return Snapshot.builder()
                .snapshotId(SnapshotId.of("snap-0123456789abcdef0"))
                .region(Region.US_EAST_1)
                .ownerId(AccountId.of("111122223333"))
                .state(SnapshotState.COMPLETED)
                .volumeId(VolumeId.of("vol-0123456789abcdef0"))
                .description(description)
                .build();
    }
}
