package se.tjanstenav.routes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.camel.builder.RouteBuilder;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "se.tjanstenav.routes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule flowsKnowNoWireFormats = noClasses()
            .that()
            .resideInAnyPackage("..harvest..", "..routes.live..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "org.apache.cxf..", "javax.xml..", "org.apache.hc..");

    @ArchTest
    static final ArchRule theApiKnowsNothingOfFlows = noClasses()
            .that()
            .resideInAPackage("..api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "se.tjanstenav.connectors..",
                    "se.tjanstenav.routes.harvest..",
                    "se.tjanstenav.routes.live..");

    @ArchTest
    static final ArchRule whatApisShareKnowsNoResource = noClasses()
            .that()
            .resideInAPackage("..routes.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("se.tjanstenav.catalog..", "se.tjanstenav.connectors..", "se.tjanstenav.routes.api..");

    @ArchTest
    static final ArchRule nothingHereSpeaksSqlOrKnowsStubs = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.springframework.jdbc..", "se.tjanstenav.mocks..", "..wiremock..");

    @ArchTest
    static final ArchRule onlyDeclaredRoutesAndNoneChosenByData = noClasses()
            .that()
            .areAssignableTo(RouteBuilder.class)
            .should()
            .callMethodWhere(describe("the endpoint or the language is made at run time", call -> call.getTarget()
                    .getName()
                    .matches("toD|toF|fromF|recipientList|routingSlip|dynamicRouter|simple|enrich|pollEnrich")));

    @ArchTest
    static final ArchRule packagesDoNotDependOnEachOtherInCircles =
            slices().matching("se.tjanstenav.routes.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(
                            type, marked, type.getPackageName() + " of " + type.getSimpleName()));
                }
            });
}
