package dev.amis.testing.internal;

import dev.amis.model.AccountId;
import dev.amis.model.ImageId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What belongs to one account in one Region, beside its resources: its names, its settings, its bin. */
final class Holding {

    private final AccountId account;
    private final Map<String, ImageId> names = new HashMap<>();

    Holding(AccountId account) {
        this.account = account;
    }

    AccountId account() {
        return account;
    }

    /** The image that has a name. Failed and disabled images keep theirs (UNVERIFIED for failed ones). */
    Optional<ImageId> named(String name) {
        return Optional.ofNullable(names.get(name));
    }

    void take(String name, ImageId imageId) {
        names.putIfAbsent(name, imageId);
    }

    void free(String name, ImageId imageId) {
        names.remove(name, imageId);
    }
}
