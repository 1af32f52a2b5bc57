package se.tjanstenav.connectors.registry;

import java.nio.charset.StandardCharsets;

/** Descriptors of the agency Ekbyn, for tests. */
final class Texts {

    static final String EKBYN = """
            apiVersion: tjanstenav/v1
            kind: Connector
            metadata: {id: ekbyn, agency: ekbyn, title: Ekbyns kommun, owner: it@ekbyn.example}
            spec:
              egress: {hosts: [api.ekbyn.example]}
              feeds:
                - name: services
                  kind: services
                  schedule: {every: 1h}
                  request: {path: /v1/services}
                  response: {format: json, records: /items, id: /id}
                  mapping: {language: jsonata, expression: "{'code': id, 'description': {'name': {'sv': name}}}"}
            """;

    private Texts() {}

    static byte[] ekbyn() {
        return bytes(EKBYN);
    }

    static byte[] ekbyn(String title) {
        return bytes(EKBYN.replace("Ekbyns kommun", title));
    }

    static byte[] withSecret() {
        return bytes(
                EKBYN.replace("  feeds:", "  auth: {type: apiKey, header: X-Key, key: {secret: ekbyn-key}}\n  feeds:"));
    }

    static byte[] speakingFor(String other) {
        return bytes(
                EKBYN.replace("  feeds:", "  speaksFor: [{id: %s, name: {sv: Granne}}]\n  feeds:".formatted(other)));
    }

    static byte[] definingConcepts() {
        return bytes(EKBYN.replace("  feeds:", "  definesConcepts: [nb-]\n  feeds:"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
