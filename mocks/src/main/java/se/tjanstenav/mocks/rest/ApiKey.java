package se.tjanstenav.mocks.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in whoever shows the key in the agreed header. */
record ApiKey(String header, String key) implements Admission {

    @Override
    public Optional<ResponseDefinition> answer(Request request) {
        String shown = request.containsHeader(header) ? request.getHeader(header) : "";
        if (MessageDigest.isEqual(shown.getBytes(UTF_8), key.getBytes(UTF_8))) {
            return Optional.empty();
        }
        String why = shown.isEmpty() ? "is missing" : "holds a key that is not known here";
        return Optional.of(new Problem(401, "Unauthorized", "The header " + header + " " + why)
                .answer()
                .build());
    }

    @Override
    public String toString() {
        return "ApiKey[header=" + header + "]";
    }
}
