package se.tjanstenav.connectors.conformance;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the hub expects of a feed; {@code docs/conformance.md} explains each. Constants keep their names and order. */
public enum Expectation {
    @JsonProperty("reachable")
    REACHABLE(Group.PROTECTION, "The endpoint answers"),
    @JsonProperty("tlsVerified")
    TLS_VERIFIED(Group.PROTECTION, "TLS is verified"),
    @JsonProperty("credentialsAccepted")
    CREDENTIALS_ACCEPTED(Group.PROTECTION, "The credentials are accepted"),
    @JsonProperty("refusedWithoutCredentials")
    REFUSED_WITHOUT_CREDENTIALS(Group.PROTECTION, "No data without credentials"),
    @JsonProperty("refusedWithWrongCredentials")
    REFUSED_WITH_WRONG_CREDENTIALS(Group.PROTECTION, "No data with wrong credentials"),

    @JsonProperty("success")
    SUCCESS(Group.TRANSPORT, "Requests succeed"),
    @JsonProperty("noRedirect")
    NO_REDIRECT(Group.TRANSPORT, "No redirect"),
    @JsonProperty("contentType")
    CONTENT_TYPE(Group.TRANSPORT, "The content type is right"),
    @JsonProperty("wholeAnswers")
    WHOLE_ANSWERS(Group.TRANSPORT, "Answers are whole and well-formed"),
    @JsonProperty("charset")
    CHARSET(Group.TRANSPORT, "Characters are right"),
    @JsonProperty("size")
    SIZE(Group.TRANSPORT, "Answers are within the limits"),
    @JsonProperty("timely")
    TIMELY(Group.TRANSPORT, "Answers come in time"),

    @JsonProperty("pagesEnd")
    PAGES_END(Group.PAGING, "The pages come to an end"),
    @JsonProperty("noLoop")
    NO_LOOP(Group.PAGING, "No page comes again"),
    @JsonProperty("noIdOnTwoPages")
    NO_ID_ON_TWO_PAGES(Group.PAGING, "No record is on two pages"),
    @JsonProperty("total")
    TOTAL(Group.PAGING, "The total agrees"),
    @JsonProperty("pastTheEnd")
    PAST_THE_END(Group.PAGING, "Past the end is no error"),

    @JsonProperty("hasRecords")
    HAS_RECORDS(Group.IDENTITY, "There are records"),
    @JsonProperty("idsPresent")
    IDS_PRESENT(Group.IDENTITY, "Every record has an id"),
    @JsonProperty("idsUnique")
    IDS_UNIQUE(Group.IDENTITY, "Every id is there once"),
    @JsonProperty("sameRecords")
    SAME_RECORDS(Group.IDENTITY, "Twice the same records"),
    @JsonProperty("sameContent")
    SAME_CONTENT(Group.IDENTITY, "Twice the same content"),
    @JsonProperty("sameOrder")
    SAME_ORDER(Group.IDENTITY, "Twice the same order"),

    @JsonProperty("mapped")
    MAPPED(Group.MAPPING, "Every record is mapped"),
    @JsonProperty("sourceFieldsRead")
    SOURCE_FIELDS_READ(Group.MAPPING, "The mapping reads every field"),
    @JsonProperty("modelFieldsFilled")
    MODEL_FIELDS_FILLED(Group.MAPPING, "What readers look for is filled"),
    @JsonProperty("sharedCodes")
    SHARED_CODES(Group.MAPPING, "Codes are shared with others"),

    @JsonProperty("knownServices")
    KNOWN_SERVICES(Group.REFERENCES, "The services referred to exist"),

    @JsonProperty("datesPlausible")
    DATES_PLAUSIBLE(Group.DATES, "No date is ahead of its time"),
    @JsonProperty("periodsInOrder")
    PERIODS_IN_ORDER(Group.DATES, "No period is reversed"),

    @JsonProperty("conditional")
    CONDITIONAL(Group.CHANGES, "Unchanged is told by 304"),
    @JsonProperty("incremental")
    INCREMENTAL(Group.CHANGES, "Only what changed comes");

    private final Group group;
    private final String title;

    Expectation(Group group, String title) {
        this.group = group;
        this.title = title;
    }

    public Group group() {
        return group;
    }

    public String title() {
        return title;
    }

    /** What belongs together in a report. */
    public enum Group {
        @JsonProperty("reachabilityAndProtection")
        PROTECTION("Reachability and protection"),
        @JsonProperty("transport")
        TRANSPORT("Transport"),
        @JsonProperty("paging")
        PAGING("Paging"),
        @JsonProperty("identityAndStability")
        IDENTITY("Identity and stability"),
        @JsonProperty("mapping")
        MAPPING("Mapping"),
        @JsonProperty("references")
        REFERENCES("References"),
        @JsonProperty("dates")
        DATES("Dates"),
        @JsonProperty("changes")
        CHANGES("Asking for changes");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
