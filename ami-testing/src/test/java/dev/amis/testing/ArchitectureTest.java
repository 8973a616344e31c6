package dev.amis.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.amis.house.HouseRules;
import dev.amis.house.MainClasses;

@AnalyzeClasses(locations = MainClasses.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests EVERYWHERE = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLES =
            slices().matching("dev.amis.testing.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule THE_ACCOUNT_NEEDS_NO_TEST_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.amis.testing.assertion..", "dev.amis.testing.contract..", "dev.amis.testing.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.assertj..", "org.junit..")
            .because("both are optional, and programs run on the in-memory account without them");
}
