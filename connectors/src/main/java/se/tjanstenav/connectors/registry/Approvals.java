package se.tjanstenav.connectors.registry;

import se.tjanstenav.connectors.access.Caller;
import se.tjanstenav.connectors.descriptor.Descriptor;

/** Who may approve what. */
final class Approvals {

    private final ApprovalPolicy policy;

    Approvals(ApprovalPolicy policy) {
        this.policy = policy;
    }

    /**
     * Refuses whoever may not approve.
     *
     * @param descriptor what the version says
     */
    void check(ConnectorVersion version, Descriptor descriptor, Caller by) {
        if (policy == ApprovalPolicy.OPERATOR && !by.isOperator()) {
            throw Refusals.notAllowed("This hub's operator approves every version; ask them");
        }
        if (policy == ApprovalPolicy.SECOND_PERSON && version.posted().by().equals(by.name())) {
            throw Refusals.notAllowed(
                    "Whoever has posted a version does not approve it; let another key of the agency, or the"
                            + " operator, look at it and approve it");
        }
        boolean forOthers = descriptor.spec().speaksFor().stream()
                .anyMatch(other -> !other.id().equals(descriptor.metadata().agency()));
        if (forOthers && !by.isOperator()) {
            throw Refusals.notAllowed(
                    "The version speaks for other agencies (spec.speaksFor), which only the operator approves");
        }
        if (!descriptor.spec().definesConcepts().isEmpty() && !by.isOperator()) {
            throw Refusals.notAllowed("The version defines national concepts (spec.definesConcepts), from which the"
                    + " services of other agencies inherit; only the operator approves that");
        }
    }
}
