package dev.amis.internal;

import dev.amis.internal.json.Codec;
import dev.amis.internal.json.Field;
import dev.amis.internal.json.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An IAM policy as it is put together: what may be read, and each change on the very things that it is about. */
public final class PolicyDocument {

    /** Describing actions know no permissions for single resources. Source: Service Authorization Reference, EC2. */
    private static final String ANYTHING = "*";

    private static final String LAUNCH = "ec2:RunInstances";

    private static final Field<Statement, String> SID = Field.of("Sid", Codec.TEXT, Statement::sid);
    private static final Field<Statement, String> EFFECT = Field.of("Effect", Codec.TEXT, statement -> "Allow");
    private static final Field<Statement, List<String>> ACTION = Field.list("Action", Codec.TEXT, Statement::actions);
    private static final Field<Statement, List<String>> RESOURCE =
            Field.list("Resource", Codec.TEXT, Statement::resources);
    private static final Field<List<String>, List<String>> TEMPLATE =
            Field.list("ec2:LaunchTemplate", Codec.TEXT, templates -> templates);
    private static final Field<List<String>, List<String>> ARN_LIKE = Field.of(
            "ArnLike", Shape.<List<String>>of(values -> values.get(TEMPLATE), TEMPLATE), templates -> templates);
    private static final Field<Statement, Optional<List<String>>> CONDITION = Field.optional(
            "Condition", Shape.<List<String>>of(values -> values.get(ARN_LIKE), ARN_LIKE), Statement::templates);
    private static final Field<PolicyDocument, String> VERSION =
            Field.of("Version", Codec.TEXT, policy -> "2012-10-17");
    private static final Field<PolicyDocument, List<Statement>> STATEMENT = Field.list(
            "Statement",
            Shape.of(
                    values -> new Statement(
                            values.get(SID), values.get(ACTION), values.get(RESOURCE), values.get(CONDITION)),
                    SID,
                    EFFECT,
                    ACTION,
                    RESOURCE,
                    CONDITION),
            PolicyDocument::statements);

    private final Set<String> reads = new TreeSet<>();
    private final Map<String, Set<String>> changes = new TreeMap<>();
    private final Set<String> launchedFrom = new TreeSet<>();

    private record Statement(
            String sid, List<String> actions, List<String> resources, Optional<List<String>> templates) {}

    /**
     * Allows to read.
     *
     * @param calls what is called, with the prefix of the service
     */
    public void look(Collection<String> calls) {
        reads.addAll(calls);
    }

    /**
     * Allows a change of one thing.
     *
     * @param call what is called, with the prefix of the service
     * @param arn what it is about
     */
    public void allow(String call, String arn) {
        changes.computeIfAbsent(call, none -> new TreeSet<>()).add(arn);
    }

    /**
     * Allows to launch instances from a launch template.
     *
     * @param template its ARN
     */
    public void allowLaunchesFrom(String template) {
        launchedFrom.add(template);
    }

    /**
     * Writes the policy.
     *
     * @return JSON; without statements if nothing is allowed
     */
    public String toJson() {
        return Shape.of(values -> this, VERSION, STATEMENT).toText(this);
    }

    private List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        if (!reads.isEmpty()) {
            statements.add(new Statement("Look", List.copyOf(reads), List.of(ANYTHING), Optional.empty()));
        }
        changes.forEach((call, arns) -> statements.add(new Statement(
                call.substring(call.indexOf(':') + 1), List.of(call), List.copyOf(arns), Optional.empty())));
        if (!launchedFrom.isEmpty()) {
            statements.add(new Statement(
                    "RunInstances", List.of(LAUNCH), List.of(ANYTHING), Optional.of(List.copyOf(launchedFrom))));
        }
        return statements;
    }
}
