package dev.amis.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EffectsTest {

    @Test
    void everyKindOfActionHasACaseHere() {
        Set<Class<?>> kinds = Cases.all().map(one -> one.action().getClass()).collect(Collectors.toSet());
        Set<Class<?>> ofEc2 = new HashSet<>(kindsOf(Action.class));
        // Parameters are not EC2's; PointingTest has them, on an account that has a parameter store.
        ofEc2.removeAll(kindsOf(PointerAction.class));
        // Neither are there launch templates here; LaunchTemplatesTest and PruningTest have them.
        ofEc2.removeAll(kindsOf(TemplateAction.class));
        assertThat(ofEc2).containsExactlyInAnyOrderElementsOf(kinds);
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void makesOneCall(Cases one) {
        TinyEc2 ec2 = one.world();
        ActionResult result = Worlds.make(ec2, one.planned());
        assertThat(result.outcome()).isEqualTo(Outcome.DONE);
        assertThat(ec2.changes())
                .containsExactly(one.call() + " " + one.action().target());
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void madeAgainItChangesNothing(Cases one) {
        TinyEc2 ec2 = one.world();
        Worlds.make(ec2, one.planned());
        TinyEc2.World after = ec2.world();
        ActionResult again = Worlds.make(ec2, one.planned());
        assertThat(again.outcome()).isEqualTo(Outcome.DONE);
        assertThat(again.detail()).isEqualTo("it was so already");
        assertThat(ec2.world()).isEqualTo(after);
        assertThat(ec2.changes()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void undoingBringsBackWhatItCan(Cases one) {
        TinyEc2 ec2 = one.world();
        TinyEc2.World before = ec2.world();
        ChangeReport report =
                Worlds.engine(ec2).applying(Worlds.plan(one.planned())).apply();
        ChangeReport undone = Worlds.engine(ec2).undoing(report).apply();
        assertThat(undone.isComplete()).isTrue();
        assertThat(ec2.world().equals(before)).isEqualTo(one.comesBack());
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void undoingTwiceIsHarmless(Cases one) {
        TinyEc2 ec2 = one.world();
        ChangeReport report =
                Worlds.engine(ec2).applying(Worlds.plan(one.planned())).apply();
        Worlds.engine(ec2).undoing(report).apply();
        TinyEc2.World after = ec2.world();
        int changes = ec2.changes().size();
        assertThat(Worlds.engine(ec2).undoing(report).apply().isComplete()).isTrue();
        assertThat(ec2.world()).isEqualTo(after);
        assertThat(ec2.changes()).hasSize(changes);
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void whatCannotBeUndoneIsMarkedSoBefore(Cases one) {
        boolean irreversible = one.planned().reversibility().kind() == Reversibility.Kind.IRREVERSIBLE;
        assertThat(irreversible).isEqualTo(!one.comesBack());
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void alreadySoBeforeThePlanThereIsNothingToUndo(Cases one) {
        TinyEc2 ec2 = one.world();
        Worlds.make(ec2, one.planned());
        List<PlannedAction> undo = Effects.of(one.action())
                .undo(one.action(), look(ec2, one.action()).facts(), TinyEc2.START);
        assertThat(Effects.of(one.action()).removes() || undo.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("dev.amis.plan.Cases#all")
    void whereNothingIsKnownOfBeforeNothingIsOverwrittenByUndo(Cases one) {
        List<PlannedAction> undo = Effects.of(one.action()).undo(one.action(), Facts.none(), TinyEc2.START);
        assertThat(undo)
                .noneMatch(back -> back.action() instanceof Action.SetTags
                        || back.action() instanceof Action.SetDescription
                        || back.action() instanceof Action.Deprecate
                        || back.action() instanceof Action.ChangeLaunchPermissions
                        || back.action() instanceof Action.ChangeSnapshotPermissions);
    }

    private static Observation look(TinyEc2 ec2, Action action) {
        return Effects.of(action).look(action, Facts.none(), new Observer(ec2.session()));
    }

    private static List<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .flatMap(kind -> kindsOf(kind).stream())
                        .collect(Collectors.toList())
                : List.of(type);
    }
}
