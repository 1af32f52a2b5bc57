package se.tjanstenav.mocks;

/** What an agency can do wrong on request; every kind works for REST and SOAP stubs alike, from the next request on. */
public enum Fault {
    /** Answers as it should. */
    NONE,
    /** HTTP 503 with a line of text. */
    SERVER_ERROR,
    /** The right answer at four bytes a second. */
    SLOW_DRIP,
    /** HTTP 200 and the right content type, but the JSON or XML is broken in the middle. */
    MALFORMED,
    /** The headers promise the whole answer, the connection ends after half of it. */
    TRUNCATED,
    /** HTTP 200 with an HTML page instead of data. */
    HTML_PAGE,
    /** A correct answer with no records in it. */
    EMPTY,
    /** HTTP 200 and the right content type, but no body at all. */
    NO_BODY
}
