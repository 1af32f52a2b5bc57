package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import se.tjanstenav.mocks.agency.Agency;

/** Lets in so many requests within any stretch of that length; the others are told when to come back. */
final class RateLimit implements Admission {

    private final int requests;
    private final Duration stretch;
    private final Clock clock;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    RateLimit(Agency.RateLimit limit, Clock clock) {
        this.requests = limit.requests();
        this.stretch = Duration.ofSeconds(limit.seconds());
        this.clock = clock;
    }

    @Override
    public synchronized Optional<ResponseDefinition> answer(Request request) {
        Instant now = clock.instant();
        while (!admitted.isEmpty() && !admitted.element().plus(stretch).isAfter(now)) {
            admitted.remove();
        }
        if (admitted.size() < requests) {
            admitted.add(now);
            return Optional.empty();
        }
        String detail = "At most " + requests + " requests within " + stretch.toSeconds() + " s";
        return Optional.of(new Problem(429, "Too Many Requests", detail)
                .answer()
                .withHeader("Retry-After", String.valueOf(stretch.toSeconds()))
                .build());
    }
}
