package dev.amis;

import dev.amis.cleanup.RetentionPolicy;
import dev.amis.model.AccountId;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Plan;
import dev.amis.usage.ReferenceSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Several accounts that share images, each of which knows what the others refer to: an image that one of them runs counts as
 * in use in all of them, also right before a change. Where one account cannot be read, the images of all others stay.
 *
 * <p>Immutable, and as thread-safe as the accounts' providers, which stay their maker's to close.
 */
public final class Accounts {

    private final Map<AccountId, Amis> members;

    private Accounts(Map<AccountId, Amis> members) {
        this.members = Collections.unmodifiableMap(members);
    }

    /**
     * Takes accounts together. Each is asked once which account it is.
     *
     * @param first an account
     * @param second another account
     * @param more further accounts
     * @return them together
     * @throws IllegalArgumentException if two are the same account
     */
    public static Accounts of(Amis first, Amis second, Amis... more) {
        Map<AccountId, Amis> alone = new LinkedHashMap<>();
        Stream.concat(Stream.of(first, second), Stream.of(more)).forEach(amis -> {
            if (alone.putIfAbsent(amis.account(), amis) != null) {
                throw new IllegalArgumentException(
                        "account is " + amis.account() + ", but that one is among the others already");
            }
        });
        Map<AccountId, Amis> together = new LinkedHashMap<>();
        alone.forEach((id, amis) -> together.put(id, amis.asking(others(id, alone))));
        return new Accounts(together);
    }

    private static List<ReferenceSource> others(AccountId id, Map<AccountId, Amis> all) {
        return all.entrySet().stream()
                .filter(other -> !other.getKey().equals(id))
                .map(other -> ReferenceSource.inAccount(
                        other.getKey(), other.getValue().provider(), ReferenceSource.standard()))
                .toList();
    }

    /**
     * Which accounts these are.
     *
     * @return their ids, in the order they were named
     */
    public Set<AccountId> ids() {
        return members.keySet();
    }

    /**
     * One of the accounts, for whatever can be done in an account. Sources of references that were left out of a plan stay
     * left out; those of the other accounts are called {@code account } and their number.
     *
     * @param account its id
     * @return the way in, by which use in the others counts
     * @throws NoSuchElementException if it is not one of these
     */
    public Amis in(AccountId account) {
        Amis member = members.get(account);
        if (member == null) {
            throw new NoSuchElementException("account is " + account + ", but must be one of " + ids());
        }
        return member;
    }

    /**
     * Plans one policy for all accounts. Its limits hold for each of them.
     *
     * <p><b>Calls</b> what {@code cleanup(policy).plan()} calls in each account, and what the sources of references call in
     * each of the others.
     *
     * <p><b>Changes</b> nothing.
     *
     * <p><b>Undo</b> nothing to undo.
     *
     * @param policy the policy
     * @return a plan for each account, in their order
     * @throws IllegalStateException if the policy is not complete, or a limit is exceeded
     */
    public List<Plan> plan(RetentionPolicy policy) {
        return members.values().stream()
                .map(amis -> amis.cleanup(policy).plan())
                .toList();
    }

    /**
     * Applies plans, each in its account.
     *
     * <p><b>Calls</b> what {@code apply(plan)} calls in each account, and what the sources of references call in each of the
     * others.
     *
     * <p><b>Changes</b> what the plans say.
     *
     * <p><b>Undo</b> {@code accounts.in(report.account()).undo(report)}, as far as the plans said.
     *
     * @param plans plans of these accounts
     * @return what became of each, in their order
     * @throws NoSuchElementException if one is of another account; nothing is applied then
     */
    public List<ChangeReport> apply(List<Plan> plans) {
        List<Amis> whose = plans.stream().map(plan -> in(plan.account())).toList();
        return Stream.iterate(0, at -> at + 1)
                .limit(plans.size())
                .map(at -> whose.get(at).apply(plans.get(at)))
                .toList();
    }

    /** The ids. */
    @Override
    public String toString() {
        return Objects.toString(ids());
    }
}
