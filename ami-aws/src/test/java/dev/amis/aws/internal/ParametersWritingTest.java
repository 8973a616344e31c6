package dev.amis.aws.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amis.model.ParameterDataType;
import dev.amis.model.ParameterName;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.ParameterFilter;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.DeleteParameterResponse;
import software.amazon.awssdk.services.ssm.model.DescribeParametersResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterHistoryResponse;
import software.amazon.awssdk.services.ssm.model.GetParameterResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.LabelParameterVersionResponse;
import software.amazon.awssdk.services.ssm.model.PutParameterResponse;

/** What is asked of parameters arrives whole, and nothing that was not asked for goes with it, least of all decryption. */
class ParametersWritingTest {

    private static final ParameterName NAME = ParameterName.of("/golden/web");

    @Test
    void allOfAQuestionByPathArrives() {
        RecordingClient sdk =
                new RecordingClient(GetParametersByPathResponse.builder().build());

        port(sdk)
                .getParametersByPath(GetParametersByPathRequest.builder()
                        .path("/golden")
                        .recursive(true)
                        .addFilter(new ParameterFilter("Type", Optional.of("Equals"), List.of("String")))
                        .maxResults(7)
                        .nextToken("next")
                        .build());

        assertThat(sdk.request())
                .isEqualTo(Map.of(
                        "Path",
                        "/golden",
                        "Recursive",
                        "true",
                        "ParameterFilters",
                        List.of(Map.of("Key", "Type", "Option", "Equals", "Values", List.of("String"))),
                        "MaxResults",
                        "7",
                        "NextToken",
                        "next"));
    }

    @Test
    void allOfAQuestionForDescriptionsArrives() {
        RecordingClient sdk =
                new RecordingClient(DescribeParametersResponse.builder().build());

        port(sdk)
                .describeParameters(new DescribeParametersRequest(
                        List.of(ParameterFilter.of("DataType", "aws:ec2:image")),
                        OptionalInt.of(7),
                        Optional.of("next")));

        assertThat(sdk.request())
                .isEqualTo(Map.of(
                        "ParameterFilters",
                        List.of(Map.of("Key", "DataType", "Values", List.of("aws:ec2:image"))),
                        "MaxResults",
                        "7",
                        "NextToken",
                        "next"));
    }

    @Test
    void oneAndSeveralAreAskedForByTheirSelectors() {
        RecordingClient one = new RecordingClient(GetParameterResponse.builder()
                .parameter(parameter ->
                        parameter.name("/golden/web").type("String").version(3L))
                .build());
        RecordingClient several =
                new RecordingClient(GetParametersResponse.builder().build());

        port(one).getParameter(ParameterSelector.of(NAME, "stable"));
        port(several)
                .getParameters(
                        new GetParametersRequest(List.of(ParameterSelector.of(NAME), ParameterSelector.of(NAME, 3))));

        assertThat(one.request()).isEqualTo(Map.of("Name", "/golden/web:stable"));
        assertThat(several.request()).isEqualTo(Map.of("Names", List.of("/golden/web", "/golden/web:3")));
    }

    @Test
    void allOfAParameterArrives() {
        RecordingClient sdk =
                new RecordingClient(PutParameterResponse.builder().version(4L).build());

        long version = port(sdk)
                .putParameter(PutParameterRequest.builder()
                        .name(NAME)
                        .value("ami-0123456789abcdef0")
                        .dataType(ParameterDataType.IMAGE)
                        .description("what web starts from")
                        .overwrite(true)
                        .build());

        assertThat(version).isEqualTo(4);
        assertThat(sdk.request())
                .isEqualTo(Map.of(
                        "Name",
                        "/golden/web",
                        "Value",
                        "ami-0123456789abcdef0",
                        "Type",
                        "String",
                        "DataType",
                        "aws:ec2:image",
                        "Description",
                        "what web starts from",
                        "Overwrite",
                        "true"));
    }

    @Test
    void allOfAQuestionForTheHistoryArrives() {
        RecordingClient sdk =
                new RecordingClient(GetParameterHistoryResponse.builder().build());

        port(sdk).getParameterHistory(new ParameterHistoryRequest(NAME, OptionalInt.of(7), Optional.of("next")));

        assertThat(sdk.request()).isEqualTo(Map.of("Name", "/golden/web", "MaxResults", "7", "NextToken", "next"));
    }

    @Test
    void allOfALabelArrives() {
        RecordingClient sdk = new RecordingClient(
                LabelParameterVersionResponse.builder().invalidLabels("1st").build());

        List<String> invalid = port(sdk)
                .labelParameterVersion(
                        new LabelParameterVersionRequest(NAME, OptionalLong.of(3), List.of("stable", "1st")));

        assertThat(invalid).containsExactly("1st");
        assertThat(sdk.request())
                .isEqualTo(Map.of("Name", "/golden/web", "ParameterVersion", "3", "Labels", List.of("stable", "1st")));
    }

    @Test
    void deletionNamesTheParameter() {
        RecordingClient sdk =
                new RecordingClient(DeleteParameterResponse.builder().build());

        port(sdk).deleteParameter(NAME);

        assertThat(sdk.request()).isEqualTo(Map.of("Name", "/golden/web"));
    }

    private static SsmParameterPort port(RecordingClient sdk) {
        return new SsmParameterPort(sdk.as(SsmClient.class), RecordingClient.attempts());
    }
}
