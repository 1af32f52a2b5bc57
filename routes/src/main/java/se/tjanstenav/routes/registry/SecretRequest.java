package se.tjanstenav.routes.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.StoredSecrets;
import se.tjanstenav.routes.http.JsonBody;

/**
 * A secret as it is sent. What is wrong is told without a piece of any member, since the value may stand in the wrong
 * one.
 *
 * @param connector the connector that may read it
 * @param field the field of the descriptor that may use it, as JSON pointer
 * @param value a text of at most 64 KiB in UTF-8; a key or certificate as PEM
 */
record SecretRequest(
        String connector,

        @Schema(implementation = String.class, example = "/spec/auth/clientSecret")
        SecretField field,

        String value) {

    /** In JSON each byte of a value may take six. */
    private static final int MOST_BYTES = 6 * StoredSecrets.MAX_BYTES + 4096;

    private static final int LONGEST_ID = 63;
    private static final List<String> FIELDS =
            Arrays.stream(SecretField.values()).map(SecretField::pointer).toList();

    static SecretRequest read(InputStream sent) {
        JsonBody body = JsonBody.of(sent, MOST_BYTES);
        String connector = body.text("connector", LONGEST_ID);
        String field = body.oneOf("field", FIELDS).orElse("");
        if (field.isEmpty() && !body.has("field")) {
            body.fault("field", "missing. Allowed: " + String.join(", ", FIELDS));
        }
        String value = body.text("value", StoredSecrets.MAX_BYTES);
        body.check();
        return new SecretRequest(connector, SecretField.at(field).orElseThrow(), value);
    }

    @Override
    public String toString() {
        return "SecretRequest[%s, %s, ***]".formatted(connector, field);
    }
}
