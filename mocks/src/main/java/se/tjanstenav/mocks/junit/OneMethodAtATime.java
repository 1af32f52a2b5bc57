package se.tjanstenav.mocks.junit;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Keeps the methods of a class, which share its agencies, from running at once; other classes are not held up. */
final class OneMethodAtATime implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return Set.of(new Lock("stub agencies of " + testClass.getName()));
    }
}
