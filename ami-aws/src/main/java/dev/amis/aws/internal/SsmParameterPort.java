package dev.amis.aws.internal;

import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterPort;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.List;
import software.amazon.awssdk.services.ssm.SsmClient;

/** SSM parameters through the SDK. Nothing is asked to be decrypted. */
final class SsmParameterPort implements ParameterPort {

    private final SsmClient client;
    private final Attempts attempts;

    SsmParameterPort(SsmClient client, Attempts attempts) {
        this.client = client;
        this.attempts = attempts;
    }

    @Override
    public Page<Parameter> getParametersByPath(GetParametersByPathRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.GetParametersByPathRequest.builder()
                .path(request.path())
                .parameterFilters(ParameterMapping.write(request.filters()));
        if (request.recursive()) {
            asked.recursive(true);
        }
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("ssm:GetParametersByPath", request.path()), () -> client.getParametersByPath(built));
        return Ec2.page(answer.parameters().stream().map(ParameterMapping::read).toList(), answer.nextToken());
    }

    @Override
    public Parameter getParameter(ParameterSelector selector) {
        var answer = attempts.make(
                Call.of("ssm:GetParameter", selector),
                () -> client.getParameter(asked -> asked.name(selector.toString())));
        return ParameterMapping.read(answer.parameter());
    }

    @Override
    public FoundParameters getParameters(GetParametersRequest request) {
        List<String> names =
                request.selectors().stream().map(ParameterSelector::toString).toList();
        var answer =
                attempts.make(Call.of("ssm:GetParameters"), () -> client.getParameters(asked -> asked.names(names)));
        return new FoundParameters(
                answer.parameters().stream().map(ParameterMapping::read).toList(), answer.invalidParameters());
    }

    @Override
    public Page<Parameter> describeParameters(DescribeParametersRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.DescribeParametersRequest.builder()
                .parameterFilters(ParameterMapping.write(request.filters()));
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(Call.of("ssm:DescribeParameters"), () -> client.describeParameters(built));
        return Ec2.page(answer.parameters().stream().map(ParameterMapping::read).toList(), answer.nextToken());
    }

    @Override
    public long putParameter(PutParameterRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.PutParameterRequest.builder()
                .name(request.name().value())
                .value(request.value())
                .type(request.type().value())
                .dataType(request.dataType().value())
                .overwrite(request.overwrite());
        request.description().ifPresent(asked::description);
        var built = asked.build();
        return attempts.make(Call.making("ssm:PutParameter", request.name()), () -> client.putParameter(built))
                .version();
    }

    @Override
    public Page<Parameter> getParameterHistory(ParameterHistoryRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.GetParameterHistoryRequest.builder()
                .name(request.name().value());
        request.maxResults().ifPresent(asked::maxResults);
        request.nextToken().ifPresent(asked::nextToken);
        var built = asked.build();
        var answer = attempts.make(
                Call.of("ssm:GetParameterHistory", request.name()), () -> client.getParameterHistory(built));
        return Ec2.page(answer.parameters().stream().map(ParameterMapping::read).toList(), answer.nextToken());
    }

    @Override
    public List<String> labelParameterVersion(LabelParameterVersionRequest request) {
        var asked = software.amazon.awssdk.services.ssm.model.LabelParameterVersionRequest.builder()
                .name(request.name().value())
                .labels(request.labels());
        request.version().ifPresent(asked::parameterVersion);
        var built = asked.build();
        return attempts.make(
                        Call.of("ssm:LabelParameterVersion", request.name()), () -> client.labelParameterVersion(built))
                .invalidLabels();
    }

    @Override
    public void deleteParameter(ParameterName name) {
        attempts.make(
                Call.of("ssm:DeleteParameter", name), () -> client.deleteParameter(asked -> asked.name(name.value())));
    }
}
