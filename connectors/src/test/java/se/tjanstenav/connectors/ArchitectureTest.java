package se.tjanstenav.connectors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "se.tjanstenav.connectors", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule camelAndSpringMvcAreUnknown = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..", "org.springframework.web.servlet..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule wireTypesStayBelowTheBorder = noClasses()
            .that()
            .resideInAPackage("se.tjanstenav.connectors")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "tools.jackson..",
                    "org.apache.cxf..",
                    "org.w3c.dom..",
                    "javax.xml..",
                    "jakarta.xml..",
                    "jakarta.json..",
                    "com.apicatalog..",
                    "org.apache.jena..",
                    "com.dashjoin..",
                    "org.apache.hc..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("se.tjanstenav.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<>("be in a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    JavaPackage home = type.getPackage();
                    boolean marked = home.getPackageInfo().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, home.getName()));
                }
            });

    @ArchTest
    static final ArchRule onlyEgressOpensConnections = noClasses()
            .that()
            .resideOutsideOfPackage("se.tjanstenav.connectors.egress")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "java.net.http..", "org.springframework.web.client..");
}
