package se.tjanstenav.connectors.fault;

import se.tjanstenav.catalog.Fault.Category;

/**
 * The stable codes of what can go wrong between the hub and an agency; {@code docs/connectors.md} lists them. Each says
 * who has to act, whether another attempt within the same run makes sense, and what to do.
 */
public enum FaultCode {
    UNKNOWN_HOST(Category.AGENCY_UNAVAILABLE, true, "Check the host name in the descriptor and the name servers"),
    CONNECTION_REFUSED(Category.AGENCY_UNAVAILABLE, true, "The agency's service is down or its port is closed"),
    CONNECTION_LOST(Category.AGENCY_UNAVAILABLE, true, "The connection broke; the next run tries again"),
    TIMEOUT(
            Category.AGENCY_UNAVAILABLE,
            true,
            "The agency answers too slowly; raise limits.response if that is normal"),
    DEADLINE(Category.AGENCY_UNAVAILABLE, false, "The run took longer than limits.run; raise it or fetch less per run"),
    RATE_LIMITED(Category.AGENCY_UNAVAILABLE, true, "Lower limits.requestsPerSecond or harvest more seldom"),
    CIRCUIT_OPEN(Category.AGENCY_UNAVAILABLE, false, "The agency failed repeatedly and is left alone for a while"),
    AUTH(Category.DESCRIPTOR, false, "Check the credentials in the secret and whether the agency has revoked them"),
    TLS(
            Category.AGENCY_ANSWERED_WRONGLY,
            false,
            "Check the certificate's host name, validity and issuer on both sides"),
    HTTP_STATUS(Category.AGENCY_ANSWERED_WRONGLY, false, "Check path and parameters in the descriptor with the agency"),
    REDIRECT(
            Category.AGENCY_ANSWERED_WRONGLY,
            false,
            "Redirects are not followed; put the final address in the descriptor"),
    WRONG_CONTENT_TYPE(
            Category.AGENCY_ANSWERED_WRONGLY, false, "Check response.format, and that the address answers with data"),
    MALFORMED_RESPONSE(Category.AGENCY_ANSWERED_WRONGLY, false, "The agency has to mend its answer"),
    TRUNCATED(Category.AGENCY_ANSWERED_WRONGLY, false, "The answer ended too early; the next run tries again"),
    TOO_LARGE(Category.AGENCY_ANSWERED_WRONGLY, false, "Raise the limit in the descriptor if the size is right"),
    SOAP_FAULT(Category.AGENCY_ANSWERED_WRONGLY, false, "Check action and body in the descriptor with the agency"),
    PRODUCER_FAULT(
            Category.AGENCY_ANSWERED_WRONGLY, false, "Sources behind the agency failed; the next run tries again"),
    PAGINATION_LOOP(
            Category.AGENCY_ANSWERED_WRONGLY, false, "The pages repeat themselves; check pagination in the descriptor"),
    BLOCKED_ADDRESS(
            Category.DESCRIPTOR,
            false,
            "An operator may allow the network in tjanstenav.connectors.egress.allowed-networks"),
    BLOCKED_HOST(Category.DESCRIPTOR, false, "Add the host to spec.egress.hosts if the agency owns it"),
    MISSING_SECRET(
            Category.HUB,
            false,
            "Store the secret with PUT /registry/v1/secrets, or for the operator's own descriptors put its file in the directory tjanstenav.connectors.secrets"),
    UNUSABLE_KEY(
            Category.HUB,
            false,
            "Put a valid certificate with its RSA key, unencrypted in PKCS#8, in the secret as PEM"),
    INTERNAL(Category.HUB, false, "See the hub's log");

    private final Category category;
    private final boolean retryable;
    private final String remedy;

    FaultCode(Category category, boolean retryable, String remedy) {
        this.category = category;
        this.retryable = retryable;
        this.remedy = remedy;
    }

    public Category category() {
        return category;
    }

    public boolean retryable() {
        return retryable;
    }

    /** What to do, as a sentence without its full stop. */
    public String remedy() {
        return remedy;
    }
}
