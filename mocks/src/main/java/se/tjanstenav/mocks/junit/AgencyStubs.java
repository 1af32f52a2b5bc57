package se.tjanstenav.mocks.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Starts stub agencies on free ports before the first test of a class and stops them after the last. Tests and constructors
 * get them as a parameter of type {@link se.tjanstenav.mocks.StubAgencies}. Classes may run in parallel, each with agencies of its
 * own; the methods of one class share them and therefore run one after the other. After each method faults, scenarios and
 * volumes end, held requests go on and stopped agencies start again; data revised by a test stays revised until the class ends. Nested classes share the
 * agencies of the class around them unless they are annotated themselves.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(AgencyStubsExtension.class)
@ResourceLock(providers = OneMethodAtATime.class)
public @interface AgencyStubs {

    /** The agencies to start; none named means all that need no file from outside. */
    String[] value() default {};

    /** Whether requests to paths that no agency knows are let pass; otherwise they fail the test that made them. */
    boolean allowUnmatched() default false;
}
