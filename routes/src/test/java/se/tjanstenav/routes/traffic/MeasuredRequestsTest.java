package se.tjanstenav.routes.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class MeasuredRequestsTest {

    private final MeasuredRequests remembering = new MeasuredRequests();

    @ParameterizedTest
    @CsvSource({
        "GET, /catalog/v1/services/{id}, 200, ",
        "GET, /catalog/v1/services/{id}, 304, ",
        "HEAD, /catalog/v1/services/{id}, 200, ",
        "GET, /catalog/v1/services, 200, ",
        "GET, , 404, ",
        "BREW, /catalog/v1/services, 405, ",
        "GET, /catalog/v1/services, 500, broken"
    })
    void namesRequestsAsSpringDoes(String method, @Nullable String path, int status, @Nullable String error) {
        ServerRequestObservationContext context = context(method, path, status, error);
        Iterable<KeyValue> expected =
                new DefaultServerRequestObservationConvention().getLowCardinalityKeyValues(context);

        assertThat(remembering.getLowCardinalityKeyValues(context)).containsExactlyElementsOf(expected);
        assertThat(remembering.getLowCardinalityKeyValues(context(method, path, status, error)))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /catalog/v1/services, 200, ",
        "GET, /catalog/v1/services/{id}, 200, ",
        "GET, /catalog/v1/services, 304, ",
        "GET, /catalog/v1/services, 200, broken"
    })
    void tellsRequestsApartThatDifferInOneThing(
            String method, @Nullable String path, int status, @Nullable String error) {
        Iterable<KeyValue> plain =
                remembering.getLowCardinalityKeyValues(context("GET", "/catalog/v1/services", 200, null));

        assertThat(remembering.getLowCardinalityKeyValues(context(method, path, status, error)))
                .isNotEqualTo(plain);
    }

    private static ServerRequestObservationContext context(
            String method, @Nullable String path, int status, @Nullable String error) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        response.setStatus(status);
        ServerRequestObservationContext context =
                new ServerRequestObservationContext(new MockHttpServletRequest(method, "/"), response);
        context.setPathPattern(path);
        if (error != null) {
            context.setError(new IllegalStateException(error));
        }
        return context;
    }
}
