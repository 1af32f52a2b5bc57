package se.tjanstenav.connectors.conformance;

import java.util.List;
import java.util.Optional;
import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.egress.AnswerListener.Answer;

/** Whether the endpoint answers us, and nobody else. */
final class ProtectionChecks {

    private static final String NOBODY_ELSE =
            "Have the endpoint answer 401 or 403, or refuse the connection, where credentials are missing or wrong.";

    private final Findings findings;
    private final Harvest harvest;
    private final List<Answer> answers;
    private final List<String> credentials;

    ProtectionChecks(Findings findings, Harvest harvest, List<Answer> answers, List<String> credentials) {
        this.findings = findings;
        this.harvest = harvest;
        this.answers = answers;
        this.credentials = credentials;
    }

    void run() {
        boolean answered = !answers.isEmpty();
        String asked = answers.stream()
                .filter(answer -> !answer.toToken())
                .findFirst()
                .map(Answer::request)
                .orElse("the token address");
        if (answered) {
            findings.holds(Expectation.REACHABLE, asked);
            findings.holds(
                    Expectation.TLS_VERIFIED, "the certificate is valid, the host's own and of a trusted issuer");
        } else if (!findings.has(Expectation.TLS_VERIFIED)) {
            findings.notApplicable(Expectation.TLS_VERIFIED, "there was no connection");
        } else {
            findings.holds(Expectation.REACHABLE, "a connection was made, but not a secure one");
        }
        if (credentials.isEmpty()) {
            findings.notApplicable(Expectation.CREDENTIALS_ACCEPTED, "the descriptor shows no credentials");
        } else if (harvest.fault().isEmpty()) {
            findings.holds(Expectation.CREDENTIALS_ACCEPTED, String.join(", ", credentials));
        }
    }

    /** Judges one request with other credentials than the descriptor's; empty means that it was not made. */
    void refusal(Expectation expectation, Optional<Harvest> tried, String whyNot) {
        if (tried.isEmpty()) {
            findings.notApplicable(expectation, whyNot);
            return;
        }
        Optional<Fault> fault = tried.get().fault();
        if (fault.isEmpty()) {
            answered(expectation, tried.get());
            return;
        }
        String evidence = Blame.evidence(fault.get());
        switch (Blame.code(fault.get())) {
            case AUTH, TLS, CONNECTION_LOST, SOAP_FAULT -> findings.holds(expectation, "refused: " + evidence);
            case HTTP_STATUS, REDIRECT, WRONG_CONTENT_TYPE, MALFORMED_RESPONSE, TRUNCATED, PRODUCER_FAULT, TOO_LARGE ->
                findings.advice(
                        expectation,
                        "no data, but no plain refusal either: " + evidence,
                        "Answer 401 or 403, so that clients understand that their credentials are the reason.",
                        List.of());
            default -> findings.notApplicable(expectation, "could not be examined: " + evidence);
        }
    }

    private void answered(Expectation expectation, Harvest harvest) {
        if (harvest.records().isEmpty()) {
            findings.advice(
                    expectation,
                    "answered with success and no record",
                    "Answer 401 or 403: to a client whose credentials have expired, an empty list looks like the truth.",
                    List.of());
        } else {
            findings.fails(
                    expectation,
                    "answered with data, the record %s first"
                            .formatted(harvest.records().get(0).name()),
                    NOBODY_ELSE,
                    List.of());
        }
    }
}
