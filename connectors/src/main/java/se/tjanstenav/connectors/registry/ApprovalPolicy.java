package se.tjanstenav.connectors.registry;

/** Who may approve a version. Whatever the policy, only an operator approves that a connector speaks for others. */
public enum ApprovalPolicy {
    /** Whoever has not posted it: an operator, or another key of the agency. */
    SECOND_PERSON,
    OPERATOR,
    ANYONE
}
