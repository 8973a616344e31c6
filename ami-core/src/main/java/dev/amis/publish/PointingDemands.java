package dev.amis.publish;

import dev.amis.model.AccountId;
import dev.amis.verify.Verification;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What must be so for an image to be pointed at.
 *
 * @param readers accounts that must be able to launch it
 * @param takingOver whether the parameter may be one that something else made
 * @param verifications results, one of which must be about each image
 * @param verified whether each image must carry the tag of one that passed
 */
record PointingDemands(Set<AccountId> readers, boolean takingOver, List<Verification> verifications, boolean verified) {

    static final PointingDemands NONE = new PointingDemands(Set.of(), false, List.of(), false);

    PointingDemands withReaders(Collection<AccountId> more) {
        Set<AccountId> all = new LinkedHashSet<>(readers);
        all.addAll(more);
        return new PointingDemands(Collections.unmodifiableSet(all), takingOver, verifications, verified);
    }

    PointingDemands withTakingOver() {
        return new PointingDemands(readers, true, verifications, verified);
    }

    PointingDemands withVerifications(Collection<Verification> more) {
        return new PointingDemands(
                readers,
                takingOver,
                Stream.concat(verifications.stream(), more.stream()).toList(),
                verified);
    }

    PointingDemands withVerified() {
        return new PointingDemands(readers, takingOver, verifications, true);
    }
}
