package dev.amis.house;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Time is injected: nobody sleeps and nobody asks the machine for the time, in main code and in tests. */
public final class TimeRules {

    /** The only package that may wait. */
    private static final String SLEEPS = "dev.amis.time";

    /** The ways in: they pick the machine's clock when they are given none. */
    private static final String[] PICK_THE_CLOCK = {SLEEPS, "dev.amis", "dev.amis.aws"};

    private static final Map<String, Set<String>> WAITING = Map.of(
            "java.lang.Thread", Set.of("sleep"),
            "java.util.concurrent.TimeUnit", Set.of("sleep"),
            "java.util.concurrent.locks.LockSupport", Set.of("parkNanos", "parkUntil"));

    private static final Map<String, Set<String>> MACHINE_TIME = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.util.Date", Set.of("<init>"),
            "java.util.Calendar", Set.of("getInstance"));

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses()
            .that()
            .resideOutsideOfPackage(SLEEPS)
            .should()
            .accessTargetWhere(target(describe("wait by themselves", call -> isOneOf(WAITING, call))))
            .because("a Sleeper is injected, and the fake moves its clock instead of waiting")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOBODY_READS_THE_MACHINES_TIME = noClasses()
            .that()
            .resideOutsideOfPackage(SLEEPS)
            .should()
            .accessTargetWhere(target(describe(
                    "read the machine's time", call -> isOneOf(MACHINE_TIME, call) || isNowWithoutClock(call))))
            .because("a java.time.Clock is injected")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule ONLY_THE_FACADE_PICKS_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages(PICK_THE_CLOCK)
            .should()
            .accessTargetWhere(target(describe("pick the machine's clock", TimeRules::isMachineClock)))
            .because("a java.time.Clock is injected")
            .allowEmptyShould(true);

    private TimeRules() {}

    private static DescribedPredicate<AccessTarget> describe(String description, Predicate<AccessTarget> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static boolean isOneOf(Map<String, Set<String>> calls, AccessTarget call) {
        return calls.getOrDefault(call.getOwner().getName(), Set.of()).contains(call.getName());
    }

    private static boolean isNowWithoutClock(AccessTarget call) {
        return call.getOwner().getPackageName().startsWith("java.time")
                && call.getName().equals("now")
                && takes(call).noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean isMachineClock(AccessTarget call) {
        return call.getOwner().isEquivalentTo(Clock.class)
                && (call.getName().startsWith("system") || call.getName().startsWith("tick"))
                && takes(call).noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static Stream<JavaClass> takes(AccessTarget call) {
        return call instanceof AccessTarget.CodeUnitAccessTarget code
                ? code.getRawParameterTypes().stream()
                : Stream.empty();
    }
}
