package se.tjanstenav.mocks.rest;

import com.github.tomakehurst.wiremock.http.QueryParameter;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a request. What a client got wrong there is an {@link IllegalArgumentException} with a text for it. */
record Query(Request request) {

    Optional<String> text(String name) {
        QueryParameter parameter = request.queryParameter(name);
        return parameter.isPresent() ? Optional.of(parameter.firstValue()) : Optional.empty();
    }

    int number(String name, int standard, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return standard;
        }
        if (!value.get().matches("\\d{1,9}")
                || Integer.parseInt(value.get()) < least
                || Integer.parseInt(value.get()) > most) {
            throw new IllegalArgumentException(name + ": must be a number from " + least + " to " + most);
        }
        return Integer.parseInt(value.get());
    }

    /** The address of this request with two of its parameters set, the others as they are. */
    String addressWith(String name, String value, String otherName, String otherValue) {
        String[] address = request.getAbsoluteUrl().split("\\?", 2);
        Stream<String> kept = address.length < 2
                ? Stream.empty()
                : Stream.of(address[1].split("&"))
                        .filter(pair -> !Set.of(name, otherName).contains(pair.split("=", 2)[0]));
        return Stream.concat(kept, Stream.of(name + "=" + value, otherName + "=" + otherValue))
                .collect(Collectors.joining("&", address[0] + "?", ""));
    }
}
