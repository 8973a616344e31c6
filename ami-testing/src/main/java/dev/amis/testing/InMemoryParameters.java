package dev.amis.testing;

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
import dev.amis.testing.internal.Caller;
import dev.amis.testing.internal.Ssm;
import java.util.List;

/** The port of SSM parameters over the world. */
record InMemoryParameters(Ssm ssm, Caller caller) implements ParameterPort {

    @Override
    public Page<Parameter> getParametersByPath(GetParametersByPathRequest request) {
        return Answers.of(() -> ssm.getParametersByPath(caller.reading(), request));
    }

    @Override
    public Parameter getParameter(ParameterSelector selector) {
        return Answers.of(() -> ssm.getParameter(caller.reading(), selector));
    }

    @Override
    public FoundParameters getParameters(GetParametersRequest request) {
        return Answers.of(() -> ssm.getParameters(caller.reading(), request));
    }

    @Override
    public Page<Parameter> describeParameters(DescribeParametersRequest request) {
        return Answers.of(() -> ssm.describeParameters(caller.reading(), request));
    }

    @Override
    public long putParameter(PutParameterRequest request) {
        return Answers.of(() -> ssm.putParameter(caller, request));
    }

    @Override
    public Page<Parameter> getParameterHistory(ParameterHistoryRequest request) {
        return Answers.of(() -> ssm.getParameterHistory(caller.reading(), request));
    }

    @Override
    public List<String> labelParameterVersion(LabelParameterVersionRequest request) {
        return Answers.of(() -> ssm.labelParameterVersion(caller, request));
    }

    @Override
    public void deleteParameter(ParameterName name) {
        Answers.run(() -> ssm.deleteParameter(caller, name));
    }
}
