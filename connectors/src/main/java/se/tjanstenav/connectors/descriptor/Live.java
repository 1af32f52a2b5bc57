package se.tjanstenav.connectors.descriptor;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a feed is looked up when somebody wants to know. The last two times begin where {@code fresh} ends (RFC 5861).
 *
 * @param budget how long a citizen waits for the agency at most
 * @param fresh how long an answer holds without asking again
 * @param staleWhileRevalidate how long after that it is still given at once, while the agency is asked
 * @param staleIfError how long after that it is still given where the agency does not answer
 * @param services the codes of the services that the feed knows; empty where it may know any
 * @param asked the code of the service that the request is for; never in a descriptor
 */
public record Live(
        Duration budget,
        Duration fresh,
        Duration staleWhileRevalidate,
        Duration staleIfError,
        List<String> services,
        @Nullable String asked) {

    public Live(
            @Nullable Duration budget,
            @Nullable Duration fresh,
            @Nullable Duration staleWhileRevalidate,
            @Nullable Duration staleIfError,
            @Nullable List<String> services,
            @Nullable String asked) {
        this.budget = budget == null ? Duration.ofMillis(800) : budget;
        this.fresh = fresh == null ? Duration.ofSeconds(60) : fresh;
        this.staleWhileRevalidate = staleWhileRevalidate == null ? Duration.ofSeconds(60) : staleWhileRevalidate;
        this.staleIfError = staleIfError == null ? Duration.ofMinutes(15) : staleIfError;
        this.services = services == null ? List.of() : List.copyOf(services);
        this.asked = asked;
    }

    Live asking(String serviceCode) {
        return new Live(budget, fresh, staleWhileRevalidate, staleIfError, services, serviceCode);
    }
}
