package se.tjanstenav.routes.leak;

/** Descriptors for the {@link EchoAgency}, with one feed for each way in which it answers. */
final class EchoDescriptor {

    private EchoDescriptor() {}

    /**
     * A descriptor of REST feeds.
     *
     * @param auth how the hub is let in, as one line of YAML
     */
    static String rest(String id, String auth, String more) {
        StringBuilder yaml = new StringBuilder("""
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %s, agency: ekbyn, title: Ekbyn, owner: it@ekbyn.example}
                spec:
                  egress: {hosts: [%s, token.echo.example, refuse.echo.example]}
                  limits: {requestsPerSecond: 100}
                  auth: %s
                %s
                  feeds:
                """.formatted(
                id,
                String.join(
                        ", ", EchoAgency.MODES.stream().map(EchoAgency::host).toList()),
                auth,
                more));
        EchoAgency.MODES.forEach(mode -> yaml.append(feed(mode)));
        return yaml.toString();
    }

    private static String feed(String mode) {
        String expression =
                switch (mode) {
                    case "rejected" -> "{'code': title}";
                    case "erring" -> "{'code': $number(title)}";
                    case "detail" -> "{'code': 'd-' & id, 'description': {'name': {'sv': $detail[0].title}}}";
                    default -> "{'code': '%s-' & id, 'description': {'name': {'sv': title}}}".formatted(mode);
                };
        String detail = mode.equals("detail") ? "    detail: {path: \"/details/{id}\", pointer: /items}\n" : "";
        String conditional = mode.equals("records") ? "    conditional: true\n" : "";
        String faults = mode.equals("producers") ? ", faults: {path: /faults, code: /code, text: /text}" : "";
        String pagination = mode.equals("next") ? "    pagination: {type: nextLink, next: /next}\n" : "";
        return """
                  - name: %s
                    kind: services
                    schedule: {every: 24h}
                    request: {host: %s, path: /list}
                %s%s%s    response: {format: json, records: /items, id: /id%s}
                    mapping: {language: jsonata, expression: "%s"}
                """.formatted(mode, EchoAgency.host(mode), conditional, pagination, detail, faults, expression)
                .indent(2);
    }

    static String soap(String id, String password, String key) {
        return """
                apiVersion: tjanstenav/v1
                kind: Connector
                metadata: {id: %s, agency: ekbyn, title: Ekbyn, owner: it@ekbyn.example}
                spec:
                  egress: {hosts: [soap.echo.example]}
                  tls: {clientCertificate: {secret: %s}}
                  soap:
                    version: "1.1"
                    endpoint: https://soap.echo.example/ws
                    wsSecurity:
                      timestamp: true
                      usernameToken: {username: hub, password: {secret: %s}}
                      signature: {key: {secret: %s}}
                  feeds:
                    - name: soap
                      kind: services
                      schedule: {every: 24h}
                      request: {action: "urn:list", body: "<list xmlns='urn:echo'/>"}
                      response: {format: soap, records: /list/item, id: /id}
                      mapping: {language: jsonata, expression: "{'code': id}"}
                """.formatted(id, key, password, key.replace("tls", "signature"));
    }

    /** A key that no parser takes, but each may complain of in its own words. */
    static String brokenPem(String word) {
        return "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted((word + "Certificate").repeat(3), (word + "PrivateKeyMaterial").repeat(3));
    }

    static String auth(String type, String secret) {
        return switch (type) {
            case "apiKey" -> "{type: apiKey, header: X-Echo-Key, key: {secret: %s}}".formatted(secret);
            case "basic" -> "{type: basic, username: hub, password: {secret: %s}}".formatted(secret);
            default ->
                "{type: oauth2ClientCredentials, tokenUrl: \"https://%s.echo.example/token\", clientId: hub, clientSecret: {secret: %s}}"
                        .formatted(type.equals("refused") ? "refuse" : "token", secret);
        };
    }

    static String tls(String secret) {
        return "  tls: {clientCertificate: {secret: %s}}".formatted(secret);
    }
}
