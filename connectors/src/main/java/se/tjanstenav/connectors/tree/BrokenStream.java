package se.tjanstenav.connectors.tree;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.zip.ZipException;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** What an answer that breaks off while it is read means. */
public final class BrokenStream {

    private BrokenStream() {}

    /** The fault to report instead of the exception. */
    public static SourceException fault(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return SourceException.of(FaultCode.TIMEOUT, "The answer stalled while it was read", e);
        }
        if (e instanceof ZipException) {
            return SourceException.of(FaultCode.MALFORMED_RESPONSE, "The answer's compression is damaged", e);
        }
        String name = e.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (e instanceof EOFException || name.contains("closed") || name.contains("truncated")) {
            return SourceException.of(FaultCode.TRUNCATED, "The connection closed in the middle of the answer", e);
        }
        return SourceException.of(FaultCode.CONNECTION_LOST, "The connection broke in the middle of the answer", e);
    }
}
