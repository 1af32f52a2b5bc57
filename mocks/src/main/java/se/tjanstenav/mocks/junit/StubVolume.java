package se.tjanstenav.mocks.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many records a data file of an agency has during one test method of a class with {@link AgencyStubs}, its before-each methods included. */
@Documented
@Repeatable(StubVolume.Several.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StubVolume {

    /** One of the agencies that {@link AgencyStubs} starts. */
    String agency();

    /** As named in the agency's folder, for example {@code services.json}. */
    String file();

    long records();

    /** The same seed gives the same records. */
    long seed() default 1;

    /** Volumes of several files. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface Several {

        StubVolume[] value();
    }
}
