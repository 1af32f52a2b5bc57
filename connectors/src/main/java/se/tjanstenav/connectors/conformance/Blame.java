package se.tjanstenav.connectors.conformance;

import se.tjanstenav.catalog.Fault;
import se.tjanstenav.connectors.fault.FaultCode;

/** Which expectation a fault of the feed disappoints. */
final class Blame {

    private Blame() {}

    static Expectation of(Fault fault) {
        return switch (code(fault)) {
            case UNKNOWN_HOST, CONNECTION_REFUSED, CONNECTION_LOST, CIRCUIT_OPEN, BLOCKED_ADDRESS, BLOCKED_HOST ->
                Expectation.REACHABLE;
            case TLS -> Expectation.TLS_VERIFIED;
            case AUTH, MISSING_SECRET, UNUSABLE_KEY -> Expectation.CREDENTIALS_ACCEPTED;
            case REDIRECT -> Expectation.NO_REDIRECT;
            case WRONG_CONTENT_TYPE -> Expectation.CONTENT_TYPE;
            case MALFORMED_RESPONSE ->
                fault.detail().contains("UTF-8") ? Expectation.CHARSET : Expectation.WHOLE_ANSWERS;
            case TRUNCATED -> Expectation.WHOLE_ANSWERS;
            case TOO_LARGE -> Expectation.SIZE;
            case TIMEOUT, DEADLINE -> Expectation.TIMELY;
            case PAGINATION_LOOP -> Expectation.NO_LOOP;
            case HTTP_STATUS, RATE_LIMITED, SOAP_FAULT, PRODUCER_FAULT, INTERNAL -> Expectation.SUCCESS;
        };
    }

    static FaultCode code(Fault fault) {
        try {
            return FaultCode.valueOf(fault.code());
        } catch (IllegalArgumentException e) {
            return FaultCode.INTERNAL;
        }
    }

    /** What happened, with the code and without the remedy. */
    static String evidence(Fault fault) {
        return fault.code() + ": " + fault.detail().replace(". " + remedy(fault), "");
    }

    static String remedy(Fault fault) {
        return code(fault).remedy() + ".";
    }
}
