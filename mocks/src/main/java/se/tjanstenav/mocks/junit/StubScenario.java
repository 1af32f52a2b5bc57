package se.tjanstenav.mocks.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tjanstenav.mocks.Scenario;

/** How an agency's day goes during one test method of a class with {@link AgencyStubs}, its before-each methods included. */
@Documented
@Repeatable(StubScenario.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StubScenario {

    /** One of the agencies that {@link AgencyStubs} starts. */
    String agency();

    Scenario scenario();

    /** Scenarios of several agencies. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Several {

        StubScenario[] value();
    }
}
