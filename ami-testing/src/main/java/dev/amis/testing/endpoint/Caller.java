package dev.amis.testing.endpoint;

import dev.amis.model.AccountId;
import dev.amis.model.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls, what, and where, as the signature's scope says; the signature itself is not checked.
 *
 * @param account the account in the last twelve characters of the access key, if they are digits
 * @param region the Region of the scope
 * @param service the service of the scope, for example {@code ec2}
 */
record Caller(Optional<AccountId> account, Region region, String service) {

    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/[^/]+/([^/]+)/([^/]+)/aws4_request");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}$");

    static Caller of(String authorization) {
        Matcher scope = SCOPE.matcher(authorization);
        if (!scope.find()) {
            throw new WireError(
                    "AuthFailure", "The request carries no credential scope from which to read Region and service");
        }
        Matcher account = ACCOUNT.matcher(scope.group(1));
        return new Caller(
                account.find() ? Optional.of(AccountId.of(account.group())) : Optional.empty(),
                region(scope.group(2)),
                scope.group(3));
    }

    private static Region region(String text) {
        try {
            return Region.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new WireError("AuthFailure", "The credential scope names no Region: '" + text + "'");
        }
    }
}
