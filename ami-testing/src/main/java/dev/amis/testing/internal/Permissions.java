package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What accounts may not do. Everything is allowed that is not denied. Guarded by the world's lock. */
public final class Permissions {

    private final Map<AccountId, Set<String>> denied = new HashMap<>();

    /** Denies an EC2 action, named with or without {@code ec2:}. */
    public void deny(AccountId account, String action) {
        denied.computeIfAbsent(account, id -> new HashSet<>()).add(bare(action));
    }

    /** Allows an action that was denied. */
    public void allow(AccountId account, String action) {
        denied.getOrDefault(account, new HashSet<>()).remove(bare(action));
    }

    boolean isDenied(AccountId account, String action) {
        return denied.getOrDefault(account, Set.of()).contains(action);
    }

    static Ec2Error refusal(Call call, String iamAction) {
        String who = "User: arn:" + call.region().partition().id() + ":iam::" + call.account()
                + ":root is not authorized to perform: " + iamAction + " because an identity-based policy denies it";
        String code = code(call);
        return new Ec2Error(
                code,
                code.startsWith("Unauthorized") ? "You are not authorized to perform this operation. " + who : who);
    }

    /** Each protocol has a word of its own. */
    private static String code(Call call) {
        return switch (call.service()) {
            case "autoscaling" -> "AccessDenied";
            case "kms", "ssm" -> "AccessDeniedException";
            case "imagebuilder" -> "ForbiddenException";
            default -> "UnauthorizedOperation";
        };
    }

    private static String bare(String action) {
        return action.substring(action.indexOf(':') + 1);
    }
}
