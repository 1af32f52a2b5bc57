package se.tjanstenav.mocks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import se.tjanstenav.mocks.agency.Agency;

@AnalyzeClasses(packages = "se.tjanstenav", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule mocksDependOnNoOtherModule = noClasses()
            .that()
            .resideInAPackage("se.tjanstenav.mocks..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("se.tjanstenav..").and(not(resideInAPackage("se.tjanstenav.mocks.."))));

    @ArchTest
    static final ArchRule recordsKnowNoAgencyAndNoProtocol = mocks("records").should(useOnly());

    @ArchTest
    static final ArchRule identityKnowsFaultsOnly = mocks("identity").should(useOnly());

    @ArchTest
    static final ArchRule anAgencyKnowsNoProtocol = mocks("agency").should(useOnly("records", "identity"));

    @ArchTest
    static final ArchRule spoilingKnowsNoProtocol = mocks("fault").should(useOnly("agency", "records", "identity"));

    @ArchTest
    static final ArchRule restDoesNotKnowSoap = mocks("rest").should(useOnly("fault", "agency", "records", "identity"));

    @ArchTest
    static final ArchRule soapDoesNotKnowRest = mocks("soap").should(useOnly("fault", "agency", "records", "identity"));

    @ArchTest
    static final ArchRule adminAddressKnowsAgenciesNotTheirServers =
            mocks("web").should(useOnly("agency", "identity"));

    @ArchTest
    static final ArchRule recorderKnowsNoAgency = mocks("record").should(useOnly());

    @ArchTest
    static final ArchRule onlySoapKnowsItsServer = noClasses()
            .that()
            .resideOutsideOfPackage("se.tjanstenav.mocks.soap")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "jakarta..");

    @ArchTest
    static final ArchRule onlyTheExtensionKnowsJunit = noClasses()
            .that()
            .resideOutsideOfPackage("se.tjanstenav.mocks.junit")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..");

    @ArchTest
    static void noAgencyHasTheNameOfAPackage(JavaClasses all) {
        Set<String> packages = all.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(Agency.all()).noneMatch(each -> packages.contains("se.tjanstenav.mocks." + each.id()));
    }

    private static GivenClassesConjunction mocks(String name) {
        return classes().that().resideInAPackage("se.tjanstenav.mocks." + name);
    }

    /** Of this module, only its own package, these ones, and the two kinds of trouble the root package names. */
    private static ArchCondition<JavaClass> useOnly(String... packages) {
        Set<String> allowed =
                Stream.of(packages).map(each -> "se.tjanstenav.mocks." + each).collect(Collectors.toSet());
        return new ArchCondition<>("use only " + allowed) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(each -> each.getTargetClass().getPackageName().startsWith("se.tjanstenav.mocks"))
                        .filter(each -> !each.getTargetClass().getPackage().equals(type.getPackage()))
                        .filter(each -> !each.getTargetClass().isEquivalentTo(Fault.class)
                                && !each.getTargetClass().isEquivalentTo(Scenario.class))
                        .filter(each -> !allowed.contains(each.getTargetClass().getPackageName()))
                        .forEach(each -> events.add(SimpleConditionEvent.violated(type, each.getDescription())));
            }
        };
    }

    @ArchTest
    static final ArchRule allPackagesAreNullMarked = classes()
            .should(new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(
                                type, type.getName() + " is in a package without @NullMarked"));
                    }
                }
            });
}
