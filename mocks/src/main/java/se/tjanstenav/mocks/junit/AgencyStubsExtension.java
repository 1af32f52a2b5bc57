package se.tjanstenav.mocks.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import se.tjanstenav.mocks.StubAgencies;

/** What {@link AgencyStubs} does. The agencies live in the store of the annotated class, which closes them after its last test. */
final class AgencyStubsExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(AgencyStubsExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        annotation(context).ifPresent(wanted -> store(context).put(SharedStubs.class, SharedStubs.start(wanted)));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        stubs(context)
                .beginMethod(
                        AnnotationSupport.findRepeatableAnnotations(context.getElement(), StubFault.class),
                        AnnotationSupport.findRepeatableAnnotations(context.getElement(), StubScenario.class),
                        AnnotationSupport.findRepeatableAnnotations(context.getElement(), StubVolume.class));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stubs(context).endMethod();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        SharedStubs stubs = store(context).get(SharedStubs.class, SharedStubs.class);
        if (stubs != null && annotation(context).isPresent()) {
            stubs.endClass();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StubAgencies.class;
    }

    @Override
    public StubAgencies resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return stubs(context).agencies();
    }

    /** The annotation of this very class; a nested class without one uses what the class around it has started. */
    private static Optional<AgencyStubs> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getTestClass(), AgencyStubs.class);
    }

    private static SharedStubs stubs(ExtensionContext context) {
        SharedStubs stubs = store(context).get(SharedStubs.class, SharedStubs.class);
        if (stubs == null) {
            throw new IllegalStateException(context.getDisplayName()
                    + " has no stub agencies; annotate its class with @AgencyStubs rather than the extension");
        }
        return stubs;
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }
}
