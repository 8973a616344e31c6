package dev.amis.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amis.model.ImageId;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests around parameters, recipes and references: each refuses what the service would refuse, before any call. */
class ParameterRequestsTest {

    private static final ParameterName NAME = ParameterName.of("/golden/web");

    @Provide
    Arbitrary<ParameterSelector> selectors() {
        Arbitrary<ParameterName> names = Arbitraries.of(
                        "web", "/golden/web", "arn:aws:ssm:eu-west-1:111122223333:parameter/golden/web")
                .map(ParameterName::of);
        Arbitrary<Optional<String>> versions =
                Arbitraries.of("1", "100", "stable", "v1.0", "_").optional();
        return Combinators.combine(names, versions).as(ParameterSelector::new);
    }

    @Property(tries = 50)
    void selectorsReadAsTheyArePrinted(@ForAll("selectors") ParameterSelector selector) {
        assertThat(ParameterSelector.parse(selector.toString())).isEqualTo(selector);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "/golden/web:", "/golden/web:1:2", "/golden/web:a b", "golden/web", "arn:aws:ssm"})
    void whatIsNoSelectorIsRefused(String text) {
        assertThatThrownBy(() -> ParameterSelector.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void selectorsNameNumbersAndLabels() {
        assertThat(ParameterSelector.of(NAME)).hasToString("/golden/web");
        assertThat(ParameterSelector.of(NAME, 3)).hasToString("/golden/web:3");
        assertThat(ParameterSelector.of(NAME, "stable")).hasToString("/golden/web:stable");
        refused(() -> ParameterSelector.of(NAME, 0), "version of parameter /golden/web is 0, but must be at least 1");
        refused(
                () -> ParameterSelector.of(NAME, "1st"),
                "version of parameter /golden/web is '1st', but must be a number or a label");
    }

    @Test
    void pathsBeginWithASlash() {
        refused(
                () -> GetParametersByPathRequest.builder().path("golden").build(),
                "path is 'golden', but must begin with '/'");
    }

    @Test
    void pagesAreOfASizeThatTheServiceTakes() {
        OptionalInt many = OptionalInt.of(51);
        refused(
                () -> GetParametersByPathRequest.builder()
                        .path("/")
                        .maxResults(11)
                        .build(),
                "maxResults is 11, but must be from 1 to 10");
        refused(
                () -> new DescribeParametersRequest(List.of(), many, Optional.empty()),
                "maxResults is 51, but must be from 1 to 50");
        refused(
                () -> new ParameterHistoryRequest(NAME, many, Optional.empty()),
                "maxResults is 51, but must be from 1 to 50");
        refused(
                () -> new ListRecipesRequest(OptionalInt.of(0), Optional.empty()),
                "maxResults is 0, but must be from 1 to 25");
        refused(
                () -> references().includeAllResourceTypes(true).maxResults(4).build(),
                "maxResults is 4, but must be at least 5");
    }

    @Test
    void tenParametersAreAskedForAtOnce() {
        List<ParameterSelector> eleven = IntStream.rangeClosed(1, 11)
                .mapToObj(i -> ParameterSelector.of(NAME, i))
                .toList();
        refused(() -> new GetParametersRequest(eleven), "selectors has 11 entries, but must have from 1 to 10");
        refused(() -> new GetParametersRequest(List.of()), "selectors has 0 entries, but must have from 1 to 10");
    }

    @Test
    void tenLabelsAreGivenAtOnce() {
        refused(
                () -> new LabelParameterVersionRequest(NAME, OptionalLong.empty(), List.of()),
                "labels has 0 entries, but must have from 1 to 10");
    }

    @Test
    void filtersHaveKeysAndValues() {
        refused(() -> ParameterFilter.of(" ", "x"), "filter key is ' ', but must not be blank");
        refused(() -> ParameterFilter.of("Name"), "filter 'Name' has 0 values, but must have from 1 to 50");
    }

    @Test
    void secretsAreNotWritten() {
        refused(
                () -> put().type(ParameterType.SECURE_STRING).build(),
                "type is 'SecureString', but secrets are neither read nor written here");
    }

    @Test
    void imagesStandInOneText() {
        refused(
                () -> put().type(ParameterType.STRING_LIST)
                        .dataType(ParameterDataType.IMAGE)
                        .build(),
                "dataType is 'aws:ec2:image', but needs the type 'String' and not 'StringList'");
    }

    @Test
    void valuesAndDescriptionsHaveBounds() {
        refused(() -> PutParameterRequest.builder().name(NAME).value("").build(), "value is '', but must not be empty");
        refused(
                () -> put().description("x".repeat(1_025)).build(),
                "description has 1025 characters, but at most 1024 are allowed");
    }

    @Test
    void parametersOfOthersAreNotWritten() {
        String arn = "arn:aws:ssm:eu-west-1:111122223333:parameter/web";
        refused(
                () -> PutParameterRequest.builder()
                        .name(ParameterName.of(arn))
                        .value("x")
                        .build(),
                "name is '" + arn + "', but only parameters of one's own can be put");
    }

    @Test
    void valueIsNotPrinted() {
        assertThat(put().build().toString()).contains("/golden/web").doesNotContain("secret words");
    }

    @Test
    void referencesAreAskedForOfSomeImagesAndKinds() {
        refused(
                () -> DescribeImageReferencesRequest.builder()
                        .includeAllResourceTypes(true)
                        .build(),
                "imageIds has 0 entries, but must have from 1 to 10");
        refused(
                () -> references().build(),
                "resourceTypes is empty, but must name a type unless includeAllResourceTypes is true");
        refused(() -> ReferringResources.of(""), "resourceType is '', but must not be blank");
        refused(
                () -> ReferringResources.launchTemplates(10_001),
                "version-depth is 10001, but must be from 1 to 10000");
    }

    @Test
    void reportsAreOnSomething() {
        refused(
                () -> CreateImageUsageReportRequest.builder()
                        .imageId(ImageId.of("ami-0123456789abcdef0"))
                        .clientToken("token")
                        .build(),
                "resourceTypes is empty, but must name at least one type");
        refused(() -> new ImageUsageReportId(" "), "ImageUsageReportId is ' ', but must not be blank");
    }

    private static PutParameterRequest.Builder put() {
        return PutParameterRequest.builder().name(NAME).value("secret words");
    }

    private static DescribeImageReferencesRequest.Builder references() {
        DescribeImageReferencesRequest.Builder request = DescribeImageReferencesRequest.builder();
        request.addImageId(ImageId.of("ami-0123456789abcdef0"));
        return request;
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
