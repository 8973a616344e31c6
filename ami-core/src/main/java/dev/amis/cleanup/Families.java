package dev.amis.cleanup;

import dev.amis.model.AccountId;
import dev.amis.model.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts the images of one Region into families. */
final class Families {

    private final AccountId account;
    private final FamilyNames names;

    Families(AccountId account, FamilyRule rule) {
        this.account = account;
        this.names = FamilyNames.by(rule);
    }

    /** The families by name, each from newest to oldest, and last the images of no family or of another account. */
    List<Family> sort(List<Image> images) {
        Map<String, Family> byName = new HashMap<>();
        Family none = new Family("");
        for (Image image : images) {
            String name = image.ownerId().equals(account) ? names.familyOf(image) : "";
            Family family = name.isEmpty() ? none : byName.get(name);
            if (family == null) {
                family = new Family(name);
                byName.put(name, family);
            }
            family.add(new Member(image));
        }
        List<Family> families = new ArrayList<>(byName.values());
        families.sort(Comparator.comparing(Family::name));
        families.add(none);
        families.forEach(Family::sortNewestFirst);
        return families;
    }
}
