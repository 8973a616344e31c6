package dev.amis.testing.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.amis.model.ImageId;
import dev.amis.model.ImageState;
import dev.amis.model.Region;
import dev.amis.model.ResourceId;
import dev.amis.model.Tags;
import dev.amis.plan.Action;
import dev.amis.plan.ChangeReport;
import dev.amis.plan.Decision;
import dev.amis.plan.Facts;
import dev.amis.plan.Plan;
import dev.amis.plan.PlannedAction;
import dev.amis.plan.Reason;
import dev.amis.plan.Reversibility;
import dev.amis.plan.Verdict;
import dev.amis.testing.InMemoryAws;
import dev.amis.usage.UnreadSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Plans and reports of generated accounts as documents. */
@Domain(RetirementDomain.class)
@Domain(DomainContext.Global.class)
class RetirementJsonPropertyTest {

    private static final ImageId OTHER = ImageId.of("ami-0fedcba9876543210");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void plansAndReportsAreReadAsTheyWereWritten(@ForAll RetirementCase one, @ForAll Trouble trouble) {
        InMemoryAws aws = one.world().open();
        Plan plan = Retiring.plan(aws, one);
        Plan read = Plan.fromJson(plan.toJson());
        assertThat(read).isEqualTo(plan);
        assertThat(read.fingerprint()).isEqualTo(plan.fingerprint());
        assertThat(read.describe()).isEqualTo(plan.describe());
        ChangeReport report = trouble.happensTo(aws, 1 + 5 * plan.actions().size(), () -> Retiring.apply(aws, plan))
                .orElseGet(() -> Retiring.apply(aws, plan));
        assertThat(ChangeReport.fromJson(report.toJson())).isEqualTo(report);
        assertThat(Retiring.targets(plan)).allMatch(report.describe()::contains);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aPlanThatWasEditedIsAnotherPlan(@ForAll RetirementCase one, @ForAll @IntRange(max = 999) int where) {
        Plan plan = Retiring.plan(one.world().open(), one);
        Assume.that(!plan.isEmpty());
        for (Plan edited : edits(plan, where)) {
            assertThat(edited).isNotEqualTo(plan);
            assertThat(edited.fingerprint()).isNotEqualTo(plan.fingerprint());
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aDocumentThatWasEditedIsRefusedOrSaysTheSame(
            @ForAll RetirementCase one, @ForAll @IntRange(max = 99_999) int where, @ForAll("edits") char by) {
        Plan plan = Retiring.plan(one.world().open(), one);
        String json = plan.toJson();
        int at = where % json.length();
        String edited = json.substring(0, at) + by + json.substring(at + 1);
        Throwable refusal =
                catchThrowable(() -> assertThat(Plan.fromJson(edited)).isEqualTo(plan));
        if (refusal != null) {
            assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Provide
    Arbitrary<Character> edits() {
        return Arbitraries.chars().range('!', '~');
    }

    /** The plan with one thing changed, each in turn. */
    private static List<Plan> edits(Plan plan, int where) {
        List<Plan> edits = new ArrayList<>(List.of(
                plan.withTitle(plan.title() + "."),
                plan.withCreatedAt(plan.createdAt().minusNanos(1)),
                plan.withExpiresAt(plan.expiresAt().plusNanos(1)),
                plan.withAccount(Account.STRANGER),
                plan.withNotes("a note"),
                plan.withUnreadSources(new UnreadSource(RetirementWorld.REGIONS.get(0), "instances", "denied")),
                plan.withActions(plan.actions().subList(1, plan.actions().size())),
                plan.withDecisions(plan.decisions().subList(1, plan.decisions().size()))));
        int action = where % plan.actions().size();
        edits(plan.actions().get(action))
                .forEach(edit -> edits.add(plan.withActions(with(plan.actions(), action, edit))));
        int decision = where % plan.decisions().size();
        edits(plan.decisions().get(decision))
                .forEach(edit -> edits.add(plan.withDecisions(with(plan.decisions(), decision, edit))));
        return edits;
    }

    private static <T> List<T> with(List<T> list, int index, T changed) {
        List<T> copy = new ArrayList<>(list);
        copy.set(index, changed);
        return copy;
    }

    private static List<PlannedAction> edits(PlannedAction one) {
        Action action = one.action();
        Facts facts = one.facts();
        Reversibility way = one.reversibility();
        return List.of(
                new PlannedAction(new Action.Unprotect(action.region(), OTHER), one.reason(), facts, way),
                new PlannedAction(action, one.reason() + ".", facts, way),
                new PlannedAction(action, one.reason(), facts.withState(ImageState.ERROR), way),
                new PlannedAction(action, one.reason(), facts.withSomeTags(Tags.of("edited", "yes")), way),
                new PlannedAction(action, one.reason(), facts.withMissingTags(Set.of("edited")), way),
                new PlannedAction(action, one.reason(), facts.withUnusedIn("edited"), way),
                new PlannedAction(action, one.reason(), facts, Reversibility.partly("edited")));
    }

    private static List<Decision> edits(Decision one) {
        Reason reason = new Reason(Reason.Kind.TAGGED, "edited");
        Region region = one.region();
        ResourceId id = one.id();
        return List.of(
                with(one, region, OTHER, one.verdict(), one.reasons()),
                with(one, Region.SA_EAST_1, id, one.verdict(), one.reasons()),
                with(one, region, id, otherThan(one.verdict()), one.reasons()),
                with(one, region, id, one.verdict(), List.of(reason)));
    }

    private static Decision with(Decision one, Region region, ResourceId id, Verdict verdict, List<Reason> reasons) {
        return new Decision(
                region, id, one.name(), one.created(), one.volumeGib(), one.family(), one.rank(), verdict, reasons);
    }

    private static Verdict otherThan(Verdict verdict) {
        return verdict == Verdict.KEEP ? Verdict.DEREGISTER : Verdict.KEEP;
    }
}
