package dev.amis.testing.internal;

import dev.amis.model.Parameter;
import dev.amis.model.ParameterName;
import dev.amis.spi.DescribeParametersRequest;
import dev.amis.spi.FoundParameters;
import dev.amis.spi.GetParametersByPathRequest;
import dev.amis.spi.GetParametersRequest;
import dev.amis.spi.LabelParameterVersionRequest;
import dev.amis.spi.Page;
import dev.amis.spi.ParameterHistoryRequest;
import dev.amis.spi.ParameterSelector;
import dev.amis.spi.PutParameterRequest;
import java.util.List;

/** The world by the actions of Systems Manager. All fail with {@link Ec2Error} and {@link LostAnswer}. */
public final class Ssm {

    private static final String SERVICE = "ssm";

    private final World world;
    private final ParameterStore store;

    public Ssm(World world) {
        this.world = world;
        this.store = new ParameterStore(world);
    }

    public Page<Parameter> getParametersByPath(Caller caller, GetParametersByPathRequest request) {
        Call asked = caller.call(SERVICE, "GetParametersByPath").about(request.path());
        return world.answer(asked, call -> store.byPath(call, request));
    }

    public Parameter getParameter(Caller caller, ParameterSelector selector) {
        Call asked = caller.call(SERVICE, "GetParameter").about(selector);
        return world.answer(asked, call -> store.get(call, selector));
    }

    public FoundParameters getParameters(Caller caller, GetParametersRequest request) {
        Call asked = caller.call(SERVICE, "GetParameters").about(request.selectors());
        return world.answer(asked, call -> store.getAll(call, request));
    }

    public Page<Parameter> describeParameters(Caller caller, DescribeParametersRequest request) {
        return world.answer(caller.call(SERVICE, "DescribeParameters"), call -> store.describe(call, request));
    }

    public long putParameter(Caller caller, PutParameterRequest request) {
        Call asked = caller.call(SERVICE, "PutParameter").about(request.name());
        return world.answer(asked, call -> store.put(call, request));
    }

    public Page<Parameter> getParameterHistory(Caller caller, ParameterHistoryRequest request) {
        Call asked = caller.call(SERVICE, "GetParameterHistory").about(request.name());
        return world.answer(asked, call -> store.history(call, request));
    }

    public List<String> labelParameterVersion(Caller caller, LabelParameterVersionRequest request) {
        Call asked = caller.call(SERVICE, "LabelParameterVersion").about(request.name());
        return world.answer(asked, call -> store.label(call, request));
    }

    public void deleteParameter(Caller caller, ParameterName name) {
        world.perform(caller.call(SERVICE, "DeleteParameter").about(name), call -> store.delete(call, name));
    }

    /** Puts a parameter there, whatever it says: arranging, not a call. */
    public void place(Caller caller, PutParameterRequest request) {
        world.arrange(() -> {
            store.place(caller, request);
            return request;
        });
    }
}
