package se.tjanstenav.mocks;

/**
 * What an agency can do wrong on request, as agencies have been seen to do. Every kind works for REST and SOAP stubs
 * alike, from the next answer on, and holds until another is set.
 */
public enum Fault {
    /** Answers as it should. */
    NONE,
    /** HTTP 503 with a line of text. */
    SERVER_ERROR,
    /** The connection is reset instead of an answer. */
    CONNECTION_RESET,
    /** The connection stays open, and nothing comes. */
    NO_ANSWER,
    /** The right answer at four bytes a second. */
    SLOW_DRIP,
    /** Every other request is HTTP 429 with {@code Retry-After: 1}. */
    RATE_LIMITED,
    /** HTTP 302 to an address inside the caller's own network. */
    REDIRECT,
    /** HTTP 401, as when a token has expired; a token issued after the fault was set is accepted. */
    EXPIRED_TOKEN,
    /** HTTP 200 and the right content type, but the JSON, XML or CSV is broken in the middle. */
    MALFORMED,
    /** The headers promise the whole answer, the connection ends after half of it. */
    TRUNCATED,
    /** HTTP 200 and the right content type, but no body at all. */
    NO_BODY,
    /** The right body, declared to be a picture. */
    WRONG_CONTENT_TYPE,
    /** HTTP 200 with an HTML page instead of data. */
    HTML_PAGE,
    /** The request is said to be wrong: a SOAP fault of the sender, or HTTP 400. */
    CLIENT_FAULT,
    /** The agency's own error inside HTTP 200: a SOAP fault of the receiver, or an error object. */
    ERROR_IN_SUCCESS,
    /** A byte sequence that is not UTF-8 within a text. */
    INVALID_UTF8,
    /** A small compressed body that unpacks to two gibibytes. */
    GZIP_BOMB,
    /** A body that never ends. */
    ENDLESS_BODY,
    /** XML with a document type that names an external file; other formats get such XML instead. */
    DOCTYPE,
    /** XML whose entities multiply to gigabytes; other formats get such XML instead. */
    ENTITY_BOMB,
    /** XML that includes a local file by XInclude; other formats get such XML instead. */
    XINCLUDE,
    /** A correct answer with no records in it. */
    EMPTY,
    /** Only the first third of the records. */
    SHRUNK,
    /** The first record comes twice. */
    DUPLICATES,
    /** The first record comes twice, with different contents. */
    CONFLICTING_DUPLICATES,
    /** One record has a text of six million characters. */
    GIANT_RECORD,
    /** Texts hold line ends, header look-alikes and control characters of terminals. */
    LINE_BREAKS,
    /** The last page leads back to the first; where there are no pages, the feed is as it should be. */
    CYCLIC_PAGES,
    /** There is always one more page with new records; where there are no pages, the feed is as it should be. */
    ENDLESS_PAGES,
    /** The server's certificate has expired. */
    EXPIRED_CERTIFICATE,
    /** The server's certificate is that of another host. */
    FOREIGN_CERTIFICATE
}
