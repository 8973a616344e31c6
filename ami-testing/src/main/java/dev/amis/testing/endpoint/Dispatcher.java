package dev.amis.testing.endpoint;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.model.AccountId;
import dev.amis.testing.InMemoryAws;
import dev.amis.testing.SimulatedCrash;
import dev.amis.testing.internal.Call;
import dev.amis.testing.internal.Ec2Error;
import dev.amis.testing.internal.LostAnswer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Finds out who asks for what, has it answered, and turns every failure into one that clients understand. */
final class Dispatcher {

    private static final String STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String EC2_VERSION = "2016-11-15";
    private static final String AUTO_SCALING_VERSION = "2011-01-01";
    private static final String AUTO_SCALING_NAMESPACE = "http://autoscaling.amazonaws.com/doc/2011-01-01/";

    private final InMemoryAws aws;
    private final Runnable pace;
    /** Each finds its own actions by name; what nobody asks for is never loaded. */
    private static final List<Function<String, @Nullable Action>> TABLES = List.of(
            ImageActions::find,
            AttributeActions::find,
            LifecycleActions::find,
            SnapshotActions::find,
            InstanceActions::find,
            InstanceTypeActions::find,
            VolumeActions::find,
            FastLaunchActions::find,
            TagActions::find,
            TemplateActions::find,
            ReferenceActions::find,
            RecycleBinActions::find,
            FleetActions::find,
            AccountActions::find);

    private final Map<String, Action> actions = new ConcurrentHashMap<>();

    /** Answers for an account; the pace is run before each request. */
    Dispatcher(InMemoryAws aws, Runnable pace) {
        this.aws = aws;
        this.pace = pace;
    }

    /** Answers a request; throws {@link Ec2Endpoint.LostReply} where no answer is to arrive. */
    Reply reply(Request request) {
        pace.run();
        String requestId = UUID.randomUUID().toString();
        Form form = request.isJson() ? Form.JSON : Form.EC2;
        try {
            Caller caller = Caller.of(request.authorization());
            form = Form.of(caller.service(), form);
            return switch (caller.service()) {
                case "ec2" -> ec2(caller, request.parameters(), requestId);
                case "autoscaling" -> autoScaling(caller, request.parameters(), requestId);
                case "sts" -> sts(caller, request.parameters(), requestId);
                case "rbin" -> new RecycleBinRules().reply(request, view(caller).in(caller.region()), requestId);
                case "ssm", "kms", "imagebuilder" ->
                    JsonServices.reply(caller.service(), request, view(caller).in(caller.region()), requestId);
                default -> throw new WireError("InvalidAction", "The service " + caller.service() + " is not imitated");
            };
        } catch (WireError refused) {
            return form.refusal(refused, requestId);
        } catch (OutcomeUnknownException | LostAnswer | SimulatedCrash lost) {
            throw new Ec2Endpoint.LostReply(lost);
        } catch (AmiException refused) {
            // The library's exception tells the same in its own words; clients want EC2's.
            if (refused.getCause() instanceof Ec2Error original) {
                return refusal(form, original, requestId);
            }
            return form.refusal(new WireError("InternalError", refused.failure().reason()), requestId);
        } catch (Ec2Error refused) {
            return refusal(form, refused, requestId);
        } catch (IllegalArgumentException invalid) {
            return form.refusal(new WireError(form.invalidValue(), String.valueOf(invalid.getMessage())), requestId);
        }
    }

    private static Reply refusal(Form form, Ec2Error refused, String otherwise) {
        return form.refusal(
                new WireError(refused.code(), refused.reason()),
                refused.call().map(Call::requestId).orElse(otherwise));
    }

    private Reply ec2(Caller caller, Parameters parameters, String requestId) {
        String name = Read.required("Action", parameters.take("Action").orElse(null));
        String version = parameters.take("Version").orElse(EC2_VERSION);
        Action action = actions.computeIfAbsent(name, Dispatcher::find);
        if (!version.equals(EC2_VERSION)) {
            throw new WireError("InvalidParameterValue", "The version " + version + " is not imitated");
        }
        boolean dryRun = parameters.take("DryRun").map(Boolean::parseBoolean).orElse(false);
        InMemoryAws view = view(caller);
        SdkPojo answer = action.serve(Form.EC2, parameters, (dryRun ? view.dryRun() : view).in(caller.region()));
        if (dryRun) {
            // What changes something was refused on its way; this was a question, which has done no harm.
            throw new WireError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
        }
        return Reply.xml(200, requestId, XmlEncoder.response(name, answer, requestId));
    }

    private Reply autoScaling(Caller caller, Parameters parameters, String requestId) {
        String name = Read.required("Action", parameters.take("Action").orElse(null));
        String version = parameters.take("Version").orElse(AUTO_SCALING_VERSION);
        Action action = AutoScalingActions.find(name);
        if (action == null) {
            throw new WireError("InvalidAction", "The action " + name + " of autoscaling is not imitated");
        }
        if (!version.equals(AUTO_SCALING_VERSION)) {
            throw new WireError("ValidationError", "The version " + version + " is not imitated");
        }
        SdkPojo answer = action.serve(Form.QUERY, parameters, view(caller).in(caller.region()));
        return Reply.xml(200, requestId, XmlEncoder.result(name, AUTO_SCALING_NAMESPACE, answer, requestId));
    }

    private static Action find(String name) {
        return TABLES.stream()
                .flatMap(table -> Stream.ofNullable(table.apply(name)))
                .findFirst()
                .orElseThrow(() -> new WireError("InvalidAction", "The action " + name + " of ec2 is not imitated"));
    }

    private Reply sts(Caller caller, Parameters parameters, String requestId) {
        String name = Read.required("Action", parameters.take("Action").orElse(null));
        if (!name.equals("GetCallerIdentity")) {
            throw new WireError("InvalidAction", "The action " + name + " of sts is not imitated");
        }
        AccountId account = caller.account().orElseGet(aws::account);
        Map<String, String> identity = Map.of(
                "Account",
                account.value(),
                "Arn",
                "arn:" + caller.region().partition().id() + ":iam::" + account + ":user/amis",
                "UserId",
                "AIDA" + account);
        return Reply.xml(200, requestId, XmlEncoder.result(name, STS_NAMESPACE, identity, requestId));
    }

    private InMemoryAws view(Caller caller) {
        return caller.account().map(aws::as).orElse(aws);
    }
}
