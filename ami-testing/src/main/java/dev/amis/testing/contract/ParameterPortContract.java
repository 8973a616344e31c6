package dev.amis.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.amis.error.ConflictException;
import dev.amis.error.InvalidRequestException;
import dev.amis.error.NotFoundException;
import dev.amis.error.QuotaExceededException;
import dev.amis.model.Image;
import dev.amis.model.ImageId;
import dev.amis.model.Parameter;
import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.model.ParameterType;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What a provider's {@link ParameterPort} must do, if it has one. */
public abstract class ParameterPortContract extends Rules {

    /** Makes a contract. */
    protected ParameterPortContract() {}

    @Test
    void parameterSaysWhatItIs() {
        ParameterName name = path("web");
        long version = put(name, "one");

        Parameter parameter = port().getParameter(ParameterSelector.of(name));

        assertThat(version).isEqualTo(1);
        assertThat(parameter.name()).isEqualTo(name);
        assertThat(parameter.version()).isEqualTo(1);
        assertThat(parameter.type()).isEqualTo(ParameterType.STRING);
        assertThat(parameter.dataType()).contains(ParameterDataType.TEXT);
        assertThat(parameter.value()).contains("one");
        assertThat(parameter.lastModifiedDate()).isPresent();
        assertThat(parameter.arn().orElseThrow()).endsWith(":parameter" + name);
    }

    @Test
    void overwritingMakesAVersion() {
        ParameterName name = path("web");
        put(name, "one");

        assertThat(port().putParameter(request(name, "two").overwrite(true).build()))
                .isEqualTo(2);
        assertThat(value(ParameterSelector.of(name))).isEqualTo("two");
        assertThat(value(ParameterSelector.of(name, 1))).isEqualTo("one");
    }

    @Test
    void existingParameterIsNotOverwrittenUnasked() {
        ParameterName name = path("web");
        put(name, "one");

        refused(ConflictException.class, "ParameterAlreadyExists", () -> put(name, "two"));
        assertThat(value(ParameterSelector.of(name))).isEqualTo("one");
    }

    @Test
    void unknownParameterIsRefused() {
        refused(
                NotFoundException.class,
                "ParameterNotFound",
                () -> port().getParameter(ParameterSelector.of(path("none"))));
    }

    @Test
    void unknownVersionIsRefused() {
        ParameterName name = path("web");
        put(name, "one");

        refused(
                NotFoundException.class,
                "ParameterVersionNotFound",
                () -> port().getParameter(ParameterSelector.of(name, 7)));
        refused(
                NotFoundException.class,
                "ParameterVersionNotFound",
                () -> port().getParameter(ParameterSelector.of(name, "stable")));
    }

    @Test
    void reservedNameIsRefused() {
        port();
        refused(InvalidRequestException.class, () -> put(ParameterName.of("/aws/" + name("parameter")), "one"));
    }

    @Test
    void labelFindsItsVersion() {
        ParameterName name = path("web");
        put(name, "one", "two");

        assertThat(label(name, OptionalLong.of(1), "stable")).isEmpty();

        assertThat(value(ParameterSelector.of(name, "stable"))).isEqualTo("one");
    }

    @Test
    void labelMoves() {
        ParameterName name = path("web");
        put(name, "one", "two");
        label(name, OptionalLong.of(1), "stable", "first");

        label(name, OptionalLong.empty(), "stable");

        assertThat(value(ParameterSelector.of(name, "stable"))).isEqualTo("two");
        assertThat(history(name))
                .extracting(Parameter::version, Parameter::labels)
                .containsExactlyInAnyOrder(tuple(1L, List.of("first")), tuple(2L, List.of("stable")));
    }

    @Test
    void whatCanBeNoLabelIsAnswered() {
        ParameterName name = path("web");
        put(name, "one");

        assertThat(label(name, OptionalLong.empty(), "aws-stable", "good")).containsExactly("aws-stable");
        assertThat(value(ParameterSelector.of(name, "good"))).isEqualTo("one");
    }

    @Test
    void versionHasTenLabelsAtMost() {
        ParameterName name = path("web");
        put(name, "one");
        label(
                name,
                OptionalLong.of(1),
                IntStream.range(0, 10).mapToObj(i -> "l" + i).toArray(String[]::new));

        refused(
                QuotaExceededException.class,
                "ParameterVersionLabelLimitExceeded",
                () -> label(name, OptionalLong.of(1), "one-more"));
    }

    @Test
    void historyHasEveryVersion() {
        ParameterName name = path("web");
        put(name, "one", "two", "three");

        assertThat(history(name))
                .extracting(
                        version -> version.version(), version -> version.value().orElse(""))
                .containsExactlyInAnyOrder(tuple(1L, "one"), tuple(2L, "two"), tuple(3L, "three"));
    }

    @Test
    void severalAreAnsweredAtOnce() {
        ParameterName name = path("web");
        ParameterName none = path("none");
        put(name, "one");

        FoundParameters found = port().getParameters(
                        new GetParametersRequest(List.of(ParameterSelector.of(name), ParameterSelector.of(none))));

        assertThat(found.parameters()).extracting(Parameter::name).containsExactly(name);
        assertThat(found.invalid()).containsExactly(none.value());
    }

    @Test
    void severalAreAnsweredInTheOrderOfTheirNames() {
        ParameterName first = path("a");
        ParameterName second = path("b");
        put(second, "two");
        put(first, "one");

        FoundParameters found = port().getParameters(
                        new GetParametersRequest(List.of(ParameterSelector.of(second), ParameterSelector.of(first))));

        assertThat(found.parameters()).extracting(Parameter::name).containsExactly(first, second);
    }

    @Test
    void pathListsTheVersionsThatHaveALabel() {
        String top = path("labelled").value();
        ParameterName name = ParameterName.of(top + "/web");
        put(name, "one", "two");
        label(name, OptionalLong.of(1), "stable");

        List<Parameter> found = Pages.items(token -> port().getParametersByPath(GetParametersByPathRequest.builder()
                .path(top)
                .addFilter(ParameterFilter.of("Label", "stable"))
                .nextToken(token)
                .build()));

        assertThat(found).extracting(parameter -> parameter.value().orElse("")).containsExactly("one");
    }

    @Test
    void pathListsItsLevelOnly() {
        String top = path("tree").value();
        put(ParameterName.of(top + "/web"), "one");
        put(ParameterName.of(top + "/deep/web"), "two");
        put(ParameterName.of(top + "2/web"), "three");

        assertThat(below(top, false)).extracting(Parameter::name).containsExactly(ParameterName.of(top + "/web"));
    }

    @Test
    void pathListsAllLevels() {
        String top = path("tree").value();
        put(ParameterName.of(top + "/web"), "one");
        put(ParameterName.of(top + "/deep/web"), "two");

        assertThat(below(top, true))
                .extracting(parameter -> parameter.value().orElse(""))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void everyParameterIsOnExactlyOnePage() {
        String top = path("tree").value();
        List<ParameterName> names = IntStream.range(0, 7)
                .mapToObj(i -> ParameterName.of(top + "/p" + i))
                .toList();
        names.forEach(name -> put(name, "one"));

        List<Parameter> found = Pages.items(token -> port().getParametersByPath(GetParametersByPathRequest.builder()
                .path(top)
                .maxResults(3)
                .nextToken(token)
                .build()));

        assertThat(found).extracting(Parameter::name).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void descriptionTellsNoValue() {
        ParameterName name = path("web");
        port().putParameter(
                        request(name, "one").description("what web starts from").build());

        assertThat(described(ParameterFilter.of("Name", name.value())))
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.description()).contains("what web starts from");
                    assertThat(parameter.value()).isEmpty();
                    assertThat(parameter.version()).isEqualTo(1);
                });
    }

    @Test
    void dataTypeFilterFindsImages() {
        Image image = bakedImage();
        ParameterName name = path("web");
        put(path("text"), "one");
        port().putParameter(image(name, image.imageId()));
        owner.eventually(() -> assertThat(described(ParameterFilter.of("DataType", ParameterDataType.IMAGE.value())))
                .extracting(Parameter::name)
                .contains(name)
                .doesNotContain(path("text")));
        assertThat(port().getParameter(ParameterSelector.of(name)).imageIds()).containsExactly(image.imageId());
    }

    @Test
    void imageThatIsNotThereIsNotPut() {
        ParameterName name = path("web");
        assertThat(port().putParameter(image(name, UNKNOWN_IMAGE))).isEqualTo(1);

        refused(NotFoundException.class, "ParameterNotFound", () -> port().getParameter(ParameterSelector.of(name)));
    }

    @Test
    void nameThatIsTooLongWithItsArnIsRefused() {
        ParameterName name = ParameterName.of("/" + "a".repeat(1_000));

        refused(
                InvalidRequestException.class,
                "ValidationException",
                () -> port().putParameter(request(name, "one").build()));
    }

    @Test
    void valueThatNamesAnotherParameterIsRefused() {
        refused(
                InvalidRequestException.class,
                "ValidationException",
                () -> port().putParameter(
                                request(path("nested"), "{{ssm:other}}").build()));
    }

    @Test
    void unknownFilterIsRefused() {
        refused(
                InvalidRequestException.class,
                () -> port().describeParameters(DescribeParametersRequest.of(ParameterFilter.of("Colour", "red"))));
    }

    @Test
    void deletedParameterIsGone() {
        ParameterName name = path("web");
        put(name, "one");

        port().deleteParameter(name);

        refused(NotFoundException.class, "ParameterNotFound", () -> port().getParameter(ParameterSelector.of(name)));
        refused(NotFoundException.class, "ParameterNotFound", () -> port().deleteParameter(name));
    }

    private ParameterPort port() {
        Assumptions.assumeTrue(world.mayMakeParameters(), "this world makes no parameters");
        return arranged(owner.ports().parameters(), "parameters");
    }

    private ParameterName path(String stem) {
        return ParameterName.of("/" + name(stem));
    }

    private static PutParameterRequest.Builder request(ParameterName name, String value) {
        return PutParameterRequest.builder().name(name).value(value);
    }

    private static PutParameterRequest image(ParameterName name, ImageId image) {
        return request(name, image.value()).dataType(ParameterDataType.IMAGE).build();
    }

    private long put(ParameterName name, String value) {
        return port().putParameter(request(name, value).build());
    }

    private void put(ParameterName name, String first, String... more) {
        put(name, first);
        for (String value : more) {
            port().putParameter(request(name, value).overwrite(true).build());
        }
    }

    private List<String> label(ParameterName name, OptionalLong version, String... labels) {
        return port().labelParameterVersion(new LabelParameterVersionRequest(name, version, List.of(labels)));
    }

    private String value(ParameterSelector selector) {
        return port().getParameter(selector).value().orElseThrow();
    }

    private List<Parameter> history(ParameterName name) {
        return Pages.items(
                token -> port().getParameterHistory(new ParameterHistoryRequest(name, OptionalInt.of(2), token)));
    }

    private List<Parameter> below(String path, boolean recursive) {
        return Pages.items(token -> port().getParametersByPath(GetParametersByPathRequest.builder()
                .path(path)
                .recursive(recursive)
                .nextToken(token)
                .build()));
    }

    private List<Parameter> described(ParameterFilter filter) {
        return Pages.items(token ->
                port().describeParameters(DescribeParametersRequest.of(filter).withNextToken(token)));
    }
}
