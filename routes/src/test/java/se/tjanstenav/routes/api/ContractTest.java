package se.tjanstenav.routes.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.tjanstenav.routes.Contract;
import se.tjanstenav.routes.FederatedHub;
import se.tjanstenav.routes.HubClient;
import tools.jackson.databind.JsonNode;

@ExtendWith(FederatedHub.class)
class ContractTest {

    private static final List<String> PROBLEMS = List.of("400", "406", "414", "429", "500");
    private static final String YAML = "/catalog/v1/openapi.yaml";

    /** Writes it anew with {@code -Dcontract.write}, for when the API was meant to change. */
    @Test
    void theServedContractIsTheCommittedOne(HubClient hub) throws IOException {
        String served = new String(hub.get(YAML).body(), StandardCharsets.UTF_8);
        if (Contract.WRITTEN_ANEW) {
            Files.createDirectories(Contract.COMMITTED.getParent());
            Files.writeString(Contract.COMMITTED, served);
        }

        assertThat(served)
                .as("docs/openapi/catalog-v1.yaml; -Dcontract.write writes it anew")
                .isEqualTo(Files.readString(Contract.COMMITTED));
    }

    @Test
    void itIsServedAsJsonToo(HubClient hub) {
        assertThat(hub.json("/catalog/v1/openapi.json").path("paths").propertyNames())
                .containsExactlyElementsOf(Contract.document().path("paths").propertyNames())
                .allMatch(path -> path.startsWith("/catalog/v1/"));
    }

    @Test
    void everyOperationHasANameThatClientsCanBeMadeOf() {
        List<String> names = operations()
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    @Test
    void everyOperationAndParameterIsDescribedInSwedishAndEnglish() {
        List<String> inOneLanguage = operations()
                .flatMap(operation -> Stream.concat(
                        Stream.of(operation).filter(told -> !inTwoLanguages(told, "summary")),
                        operation
                                .path("parameters")
                                .valueStream()
                                .filter(parameter -> !inTwoLanguages(parameter, "description"))))
                .map(told -> told.path("operationId").asString("parameter ")
                        + told.path("name").asString())
                .toList();

        assertThat(inOneLanguage).isEmpty();
    }

    private static boolean inTwoLanguages(JsonNode told, String field) {
        return told.path(field).asString().contains(" · ");
    }

    @Test
    void everyOperationTellsItsProblems() {
        List<String> silent = operations()
                .filter(operation ->
                        !operation.path("responses").propertyNames().containsAll(PROBLEMS))
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void whatCanBeExportedTellsItsMediaTypesAndWhatItIsFilteredBy() {
        JsonNode paths = Contract.document().path("paths");
        JsonNode services = paths.path("/catalog/v1/services").path("get");

        assertThat(mediaTypes(services))
                .containsExactlyInAnyOrder("application/json", "application/x-ndjson", "text/csv");
        for (String comparison : List.of("/catalog/v1/processing-times", "/catalog/v1/commitments")) {
            assertThat(mediaTypes(paths.path(comparison).path("get")))
                    .containsExactlyInAnyOrder("application/json", "text/csv");
        }
        assertThat(services.path("operationId").asString()).isEqualTo("findServices");
        assertThat(services.path("parameters").valueStream())
                .extracting(parameter -> parameter.path("name").asString())
                .contains("q", "municipality", "maxWorkingDays", "facets", "sort", "limit");
    }

    private static Collection<String> mediaTypes(JsonNode operation) {
        return operation.at("/responses/200/content").propertyNames();
    }

    @Test
    void whateverIsStreamedMayHaveToWait() {
        assertThat(operations().filter(operation -> mediaTypes(operation).contains("text/csv")))
                .hasSize(3)
                .allMatch(operation -> operation.path("responses").has("503"));
    }

    @Test
    void everyProblemThatPassesTellsWhenToTryAgain() {
        assertThat(operations()
                        .flatMap(operation -> Stream.of("429", "503")
                                .map(status -> operation.path("responses").path(status)))
                        .filter(answer -> !answer.isMissingNode())
                        .map(answer -> answer.path("$ref").asString()))
                .containsOnly("#/components/responses/PassingProblem");
        assertThat(Contract.document()
                        .at("/components/responses/PassingProblem/headers/Retry-After/required")
                        .asBoolean())
                .isTrue();
    }

    /** A field that is always there need not be asked for before it is used. */
    @Test
    void everyObjectSaysWhichFieldsAreAlwaysThere() {
        Set<String> optionalOnly = new HashSet<>();
        Contract.document().path("components").path("schemas").propertyStream().forEach(schema -> {
            if (schema.getValue().has("properties")
                    && schema.getValue().path("required").isEmpty()) {
                optionalOnly.add(schema.getKey());
            }
        });

        assertThat(optionalOnly).containsExactly("CostDetail");
    }

    private static Stream<JsonNode> operations() {
        return Contract.document().path("paths").valueStream().map(path -> path.path("get"));
    }
}
