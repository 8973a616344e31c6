package dev.amis.testing.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What goes wrong with calls, by count or by chance. Guarded by the world's lock. */
public final class Mishaps {

    /** Stands for every action. */
    public static final String ANY = "*";

    /** When a mishap strikes: before the call had its effect, or after. */
    public enum When {
        /** The effect never happens. */
        BEFORE,
        /** The effect has happened. */
        AFTER
    }

    private static final class Rule {
        private final When when;
        private final String action;
        private final Function<Call, Throwable> what;
        private int left;

        private Rule(When when, String action, int nth, Function<Call, Throwable> what) {
            this.when = when;
            this.action = action;
            this.left = nth;
            this.what = what;
        }
    }

    private record Chance(double share, String code) {}

    private final SplittableRandom luck;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Chance> chances = new ArrayList<>();
    private final List<Rule> struck = new ArrayList<>();

    Mishaps(SplittableRandom luck) {
        this.luck = luck;
    }

    /** Lets the n-th call of an action from now on go wrong. */
    public void plan(When when, String action, int nth, Function<Call, Throwable> what) {
        rules.add(new Rule(when, action, nth, what));
    }

    /** Refuses the n-th call of an action with a code. */
    public void refuse(String action, int nth, String code) {
        plan(When.BEFORE, action, nth, call -> injected(call, code));
    }

    /** Loses the n-th call of an action on its way there, or its answer on the way back. */
    public void lose(When when, String action, int nth) {
        plan(when, action, nth, call -> new LostAnswer(call, when == When.AFTER));
    }

    /** Refuses calls by chance. */
    public void refuseByChance(double share, String code) {
        chances.add(new Chance(share, code));
    }

    /** Lets nothing go wrong any more. */
    public void clear() {
        rules.clear();
        chances.clear();
    }

    void before(Call call) {
        struck.clear();
        for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
            Rule rule = all.next();
            if (rule.action.equals(ANY) || rule.action.equals(call.action())) {
                rule.left--;
            }
            if (rule.left == 0) {
                struck.add(rule);
                all.remove();
            }
        }
        strike(When.BEFORE, call);
        for (Chance chance : chances) {
            if (luck.nextDouble() < chance.share()) {
                throw injected(call, chance.code());
            }
        }
    }

    void after(Call call) {
        strike(When.AFTER, call);
    }

    private void strike(When when, Call call) {
        for (Rule rule : struck) {
            if (rule.when == when) {
                throw unchecked(rule.what.apply(call));
            }
        }
    }

    private static RuntimeException unchecked(Throwable mishap) {
        if (mishap instanceof Error error) {
            throw error;
        }
        if (mishap instanceof RuntimeException exception) {
            return exception;
        }
        return new IllegalStateException(mishap);
    }

    private static Ec2Error injected(Call call, String code) {
        return new Ec2Error(code, "A fault that was set makes " + call.action() + " fail with " + code);
    }
}
