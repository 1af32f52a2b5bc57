package se.tjanstenav.routes.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Answers that the hub has really given, as examples in the contract; one file for each operation, beside this class. */
final class ContractExamples {

    private ContractExamples() {}

    static @Nullable JsonNode of(String operationId) {
        try (InputStream file = ContractExamples.class.getResourceAsStream("examples/" + operationId + ".json")) {
            return file == null ? null : Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The example of " + operationId + " cannot be read", e);
        }
    }
}
