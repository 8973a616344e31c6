package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.amis.model.ImageId;
import dev.amis.model.InstanceId;
import dev.amis.model.LaunchTemplateId;
import dev.amis.model.SnapshotId;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DescribeRequestsTest {

    private static final List<Filter> FIFTY_ONE = Collections.nCopies(51, Filter.of("name", "web-*"));
    private static final LaunchTemplateId TEMPLATE = LaunchTemplateId.of("lt-0123456789abcdef0");

    private static void refused(ThrowingCallable attempt, String message) {
        assertThatIllegalArgumentException().isThrownBy(attempt).withMessage(message);
    }

    private static DescribeImagesRequest.Builder images() {
        return DescribeImagesRequest.builder();
    }

    @Test
    void aQuestionForImagesNamesWhichOrWhose() {
        refused(() -> images().build(), "a question for images must name imageIds, owners or executableUsers");
        refused(
                () -> images().addFilter(Filter.of("name", "web-*")).build(),
                "a question for images must name imageIds, owners or executableUsers");
        assertThatCode(() -> images().addOwner(ImageOwner.SELF).build()).doesNotThrowAnyException();
        assertThatCode(() -> images().addExecutableUser("self").build()).doesNotThrowAnyException();
        assertThatCode(() -> images().addImageId(ImageId.of("ami-0a1b2c3d")).build())
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyListOfIdsNeverMeansAllImages() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> images().addAllImageIds(List.of()).build());
    }

    @Test
    void deprecatedAndDisabledImagesAreLeftOutUnlessAskedFor() {
        DescribeImagesRequest own = images().addOwner(ImageOwner.SELF).build();
        assertThat(own.includeDeprecated()).isFalse();
        assertThat(own.includeDisabled()).isFalse();
    }

    @Test
    void idsAreNotPaged() {
        refused(
                () -> images().addImageId(ImageId.of("ami-0a1b2c3d"))
                        .maxResults(5)
                        .build(),
                "maxResults cannot be combined with imageIds");
        refused(
                () -> DescribeSnapshotsRequest.builder()
                        .addSnapshotId(SnapshotId.of("snap-0a1b2c3d"))
                        .maxResults(5)
                        .build(),
                "maxResults cannot be combined with snapshotIds");
        refused(
                () -> DescribeInstancesRequest.builder()
                        .addInstanceId(InstanceId.of("i-0a1b2c3d"))
                        .maxResults(5)
                        .build(),
                "maxResults cannot be combined with instanceIds");
    }

    @Test
    void aQuestionForSnapshotsNamesWhichOrWhose() {
        refused(
                () -> DescribeSnapshotsRequest.builder().build(),
                "a question for snapshots must name snapshotIds or ownerIds");
        assertThatCode(() ->
                        DescribeSnapshotsRequest.builder().addOwnerId("self").build())
                .doesNotThrowAnyException();
    }

    @Test
    void aQuestionForAllTemplatesNamesWhichVersion() {
        String rule = ", but must be '$Latest' or '$Default' where no template is named";
        refused(() -> DescribeLaunchTemplateVersionsRequest.builder().build(), "versions is []" + rule);
        refused(
                () -> DescribeLaunchTemplateVersionsRequest.builder()
                        .addVersions("$Latest", "7")
                        .build(),
                "versions is [$Latest, 7]" + rule);
        assertThatCode(() -> DescribeLaunchTemplateVersionsRequest.builder()
                        .addVersions("$Latest", "$Default")
                        .build())
                .doesNotThrowAnyException();
        assertThatCode(() -> DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateId(TEMPLATE)
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void fiftyFiltersAreTheMost() {
        String message = "filters has 51 entries, but at most 50 are allowed";
        refused(
                () -> images().addOwner(ImageOwner.SELF)
                        .addAllFilters(FIFTY_ONE)
                        .build(),
                message);
        refused(
                () -> DescribeSnapshotsRequest.builder()
                        .addOwnerId("self")
                        .addAllFilters(FIFTY_ONE)
                        .build(),
                message);
        refused(
                () -> DescribeInstancesRequest.builder()
                        .addAllFilters(FIFTY_ONE)
                        .build(),
                message);
        refused(
                () -> DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateId(TEMPLATE)
                        .addAllFilters(FIFTY_ONE)
                        .build(),
                message);
        assertThatCode(() -> DescribeInstancesRequest.builder()
                        .addAllFilters(FIFTY_ONE.subList(0, 50))
                        .build())
                .doesNotThrowAnyException();
    }

    @Test
    void aPageHoldsSomething() {
        String message = "maxResults is 0, but must be at least 1";
        refused(() -> images().addOwner(ImageOwner.SELF).maxResults(0).build(), message);
        refused(
                () -> DescribeSnapshotsRequest.builder()
                        .addOwnerId("self")
                        .maxResults(0)
                        .build(),
                message);
        refused(() -> DescribeInstancesRequest.builder().maxResults(0).build(), message);
        refused(
                () -> DescribeLaunchTemplateVersionsRequest.builder()
                        .launchTemplateId(TEMPLATE)
                        .maxResults(0)
                        .build(),
                message);
        assertThatCode(() -> DescribeInstancesRequest.builder().maxResults(1).build())
                .doesNotThrowAnyException();
    }
}
