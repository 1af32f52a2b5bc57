package se.tjanstenav.routes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;
import se.tjanstenav.catalog.AnswerCache;
import se.tjanstenav.catalog.Catalogue;

/** Counts what requests make the hub do, at the borders where it would be done; harvests are not counted. */
public final class CountedWork implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Reads and searches of the catalogue. */
    public static final AtomicLong CATALOGUE_CALLS = new AtomicLong();

    /** Answers rendered, and so JSON written, on a miss of the cache. */
    public static final AtomicLong RENDERINGS = new AtomicLong();

    /** Connections taken from the database's pool. */
    public static final AtomicLong CONNECTIONS = new AtomicLong();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof AnswerCache) {
                    return replaced(
                            bean, (method, arguments) -> arguments.length == 2 ? counted(arguments) : arguments);
                }
                if (bean instanceof Catalogue) {
                    return replaced(bean, counting(CATALOGUE_CALLS));
                }
                return bean instanceof DataSource ? replaced(bean, counting(CONNECTIONS)) : bean;
            }
        });
    }

    private static Object[] counted(Object[] keyAndRenderer) {
        AnswerCache.Renderer renderer = (AnswerCache.Renderer) keyAndRenderer[1];
        AnswerCache.Renderer counting = missed -> {
            RENDERINGS.incrementAndGet();
            return renderer.render(missed);
        };
        return new Object[] {keyAndRenderer[0], counting};
    }

    private static BiFunction<Method, Object[], Object[]> counting(AtomicLong counter) {
        return (method, arguments) -> {
            if (Thread.currentThread().getName().matches("(http|tomcat).*")) {
                counter.incrementAndGet();
            }
            return arguments;
        };
    }

    /** The bean behind all of its interfaces, with something done to the arguments of every call. */
    private static Object replaced(Object bean, BiFunction<Method, Object[], Object[]> before) {
        Class<?>[] interfaces = ClassUtils.getAllInterfaces(bean);
        return Proxy.newProxyInstance(bean.getClass().getClassLoader(), interfaces, (proxy, method, sent) -> {
            Object[] arguments = sent == null ? new Object[0] : sent;
            try {
                return method.invoke(bean, before.apply(method, arguments));
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        });
    }
}
