package se.tjanstenav.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.catalog.model.Commitment;
import se.tjanstenav.catalog.model.LocalizedText;
import se.tjanstenav.catalog.model.ProcessingTime.Statistic;
import se.tjanstenav.catalog.model.TimeUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A promise to test with: eight of ten cases are decided within ten days, unless told otherwise. */
record Promise(List<Consumer<ObjectNode>> turns) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BASE = """
            {"code": "A1", "aspect": "processingTime", "statement": {"sv": "Beslut inom tio dagar"},
             "target": {"value": 10, "unit": "days", "share": 80, "startEvent": "completeApplicationReceived",
                        "endEvent": "decision"}}
            """;

    Promise() {
        this(List.of());
    }

    Promise withoutTarget() {
        return with(json -> json.remove(List.of("target")));
    }

    Promise withoutEvents() {
        return target(target -> target.remove(List.of("startEvent")));
    }

    Promise caseType(String name) {
        return target(target -> target.set("caseType", JSON.valueToTree(LocalizedText.swedish(name))));
    }

    Promise channel() {
        return target(target -> target.put("channel", "visit"));
    }

    Promise share(@Nullable String percent) {
        return target(target -> target.put("share", percent == null ? null : new BigDecimal(percent)));
    }

    Promise statistic(Statistic statistic) {
        return share(null).target(target -> target.set("statistic", JSON.valueToTree(statistic)));
    }

    Promise value(String value) {
        return target(target -> target.put("value", new BigDecimal(value)));
    }

    Promise unit(TimeUnit unit) {
        return target(target -> target.set("unit", JSON.valueToTree(unit)));
    }

    Promise condition() {
        return with(json ->
                json.set("conditions", JSON.valueToTree(List.of(LocalizedText.swedish("Ansökan är komplett")))));
    }

    Promise valid(@Nullable String from, @Nullable String through) {
        return with(json -> json.put("validFrom", from).put("validThrough", through));
    }

    Promise excluding(String from, String through) {
        return with(json -> json.set(
                "exclusions",
                JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("from", from).put("through", through))));
    }

    /** Twice at most. */
    Promise extension(String value, TimeUnit unit) {
        return with(json -> json.set(
                "longestExtension", JSON.valueToTree(new Commitment.Extension(new BigDecimal(value), unit, 2))));
    }

    Promise extension() {
        return with(json -> json.set("extension", JSON.valueToTree(LocalizedText.swedish("Tiden kan förlängas"))));
    }

    Promise reported(Commitment.Outcome.Status status) {
        return with(json -> json.set("outcome", JSON.createObjectNode().set("status", JSON.valueToTree(status))));
    }

    Commitment commitment() {
        ObjectNode json = (ObjectNode) JSON.readTree(BASE);
        turns.forEach(turn -> turn.accept(json));
        return JSON.treeToValue(json, Commitment.class);
    }

    private Promise target(Consumer<ObjectNode> turn) {
        return with(json -> turn.accept((ObjectNode) json.get("target")));
    }

    private Promise with(Consumer<ObjectNode> turn) {
        List<Consumer<ObjectNode>> all = new ArrayList<>(turns);
        all.add(turn);
        return new Promise(all);
    }
}
