package dev.amis.testing.endpoint;

import dev.amis.error.AmiException;
import dev.amis.error.OutcomeUnknownException;
import dev.amis.model.AccountId;
import dev.amis.testing.InMemoryAws;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/** Finds out who asks for what, has it answered, and turns every failure into one that clients understand. */
final class Dispatcher {

    private static final String STS_NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final String EC2_VERSION = "2016-11-15";

    private final InMemoryAws aws;
    private final Map<String, Action> actions = new HashMap<>();
    private final RecycleBinRules rules = new RecycleBinRules();

    Dispatcher(InMemoryAws aws) {
        this.aws = aws;
        actions.putAll(ImageActions.all());
        actions.putAll(AttributeActions.all());
        actions.putAll(LifecycleActions.all());
        actions.putAll(SnapshotActions.all());
        actions.putAll(ResourceActions.all());
        actions.putAll(AccountActions.all());
    }

    /**
     * An answer as it goes over the wire.
     *
     * @param status the HTTP status
     * @param contentType what the body is
     * @param requestId the id that clients quote
     * @param body the bytes
     */
    record Reply(int status, String contentType, String requestId, byte[] body) {

        private static Reply xml(int status, String requestId, byte[] body) {
            return new Reply(status, "text/xml;charset=UTF-8", requestId, body);
        }

        static Reply json(int status, String requestId, String body) {
            return new Reply(status, "application/json", requestId, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    Reply reply(String method, URI uri, byte[] body, Function<String, @Nullable String> header) {
        String requestId = UUID.randomUUID().toString();
        try {
            Caller caller =
                    Caller.of(Optional.ofNullable(header.apply("Authorization")).orElse(""));
            if (caller.service().equals("rbin")) {
                return rules.reply(method, uri, body, view(caller).in(caller.region()), requestId);
            }
            return query(caller, Parameters.parse(new String(body, StandardCharsets.UTF_8)), requestId);
        } catch (WireError refused) {
            return Reply.xml(refused.status(), requestId, XmlEncoder.error(refused, requestId));
        } catch (OutcomeUnknownException lost) {
            throw new Ec2Endpoint.LostReply(lost);
        } catch (AmiException refused) {
            WireError error = new WireError(
                    refused.failure().code().orElse("InternalError"),
                    refused.failure().reason());
            return Reply.xml(error.status(), requestId, XmlEncoder.error(error, requestId));
        } catch (IllegalArgumentException invalid) {
            WireError error = new WireError("InvalidParameterValue", String.valueOf(invalid.getMessage()));
            return Reply.xml(error.status(), requestId, XmlEncoder.error(error, requestId));
        }
    }

    private Reply query(Caller caller, Parameters parameters, String requestId) {
        String name = Read.required("Action", parameters.take("Action").orElse(null));
        String version = parameters.take("Version").orElse(EC2_VERSION);
        if (caller.service().equals("sts")) {
            return sts(name, caller, requestId);
        }
        Action action = actions.get(name);
        if (action == null || !caller.service().equals("ec2")) {
            throw new WireError("InvalidAction", "The action " + name + " of " + caller.service() + " is not imitated");
        }
        if (!version.equals(EC2_VERSION)) {
            throw new WireError("InvalidParameterValue", "The version " + version + " is not imitated");
        }
        boolean dryRun = parameters.take("DryRun").map(Boolean::parseBoolean).orElse(false);
        InMemoryAws view = view(caller);
        SdkPojo answer = action.serve(parameters, (dryRun ? view.dryRun() : view).in(caller.region()));
        return Reply.xml(200, requestId, XmlEncoder.response(name, answer, requestId));
    }

    private Reply sts(String name, Caller caller, String requestId) {
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
