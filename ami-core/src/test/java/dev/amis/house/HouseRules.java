package dev.amis.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What holds for the main code of every module. */
public final class HouseRules {

    /** Not of enums: they name somebody else's words, such as KMS's key manager, and do nothing. */
    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES = noClasses()
            .that()
            .areNotEnums()
            .should()
            .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl)")
            .because("such a name fits everything; name the task instead")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule PUBLIC_FIELDS_ARE_CONSTANTS = fields().that()
            .arePublic()
            .should()
            .beStatic()
            .andShould()
            .beFinal()
            .because("values do not change and hide how they are kept")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NO_UNPLANNED_SUBCLASSES = classes()
            .that()
            .arePublic()
            .and(areOpenToSubclasses())
            .should()
            .beAssignableTo(Throwable.class)
            .because("a public class is final, abstract or sealed, so that it can change without breaking a subclass")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule SLF4J_ONLY = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.allowEmptyShould(true);

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> areOpenToSubclasses() {
        return DescribedPredicate.describe(
                "are open to subclasses",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.getModifiers().contains(JavaModifier.FINAL)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && !type.reflect().isSealed());
    }
}
