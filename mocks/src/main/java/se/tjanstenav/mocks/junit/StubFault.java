package se.tjanstenav.mocks.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.tjanstenav.mocks.Fault;

/** What goes wrong at an agency during one test method of a class with {@link AgencyStubs}, its before-each methods included. */
@Documented
@Repeatable(StubFault.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StubFault {

    /** One of the agencies that {@link AgencyStubs} starts. */
    String agency();

    Fault fault();

    /** Faults of several agencies. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Several {

        StubFault[] value();
    }
}
