package dev.amis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import dev.amis.house.HouseRules;
import dev.amis.house.MainClasses;
import dev.amis.house.PackageArrows;
import dev.amis.internal.Pages;
import dev.amis.spi.Page;

@AnalyzeClasses(locations = MainClasses.class)
class ArchitectureTest {

    /** A feature without a row uses no other feature. Whoever adds an arrow adds it here, pointing down. */
    private static final PackageArrows ARROWS = PackageArrows.below(
                    "dev.amis", "model", "error", "time", "spi", "internal")
            .only("model")
            .only("error", "model")
            .only("time", "model", "error")
            .only("spi", "model", "error", "time")
            .only("internal", "model", "error", "time", "spi")
            .also("plan", "usage")
            .only("report", "model", "usage", "plan")
            .also("query", "naming")
            .also("create", "naming", "plan", "guest", "verify", "publish", "lifecycle")
            .also("copy", "plan", "verify")
            .also("publish", "plan", "verify")
            .also("share", "plan")
            .also("launch", "plan", "usage", "verify")
            .also("rollout", "launch", "usage")
            .also("lifecycle", "plan", "usage")
            .also("cleanup", "usage", "plan", "naming", "query", "cost")
            .also("cost", "plan", "naming")
            .only("guest", "internal");

    @ArchTest
    static final ArchTests EVERYWHERE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule PACKAGES_USE_WHAT_THE_DESIGN_ALLOWS = classes().should(ARROWS);

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("dev.amis.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_AWS_SDK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("software.amazon..", "com.amazonaws..");

    /** A first page may be empty, and what stands on the next would look like what is not there. */
    @ArchTest
    static final ArchRule EVERY_PAGE_IS_READ =
            noClasses().that().doNotBelongToAnyOf(Pages.class).should().callMethod(Page.class, "items");

    @ArchTest
    static final ArchRule NO_CONSOLE = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule PORTS_ARE_SMALL = classes()
            .that()
            .resideInAPackage("dev.amis.spi")
            .and()
            .areInterfaces()
            .and()
            .haveSimpleNameEndingWith("Port")
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "have at most 12 methods", port -> port.getMethods().size() <= 12)))
            .allowEmptyShould(true);
}
