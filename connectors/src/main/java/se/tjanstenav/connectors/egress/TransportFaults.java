package se.tjanstenav.connectors.egress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/** What it means when a request gets no answer. */
final class TransportFaults {

    private TransportFaults() {}

    static SourceException of(EgressRequest request, Exception thrown) {
        return SourceException.in(thrown).orElseGet(() -> classify(request, root(thrown), thrown));
    }

    private static SourceException classify(EgressRequest request, Throwable root, Exception thrown) {
        String at = request.shown();
        if (root instanceof EgressPolicy.BlockedAddressException) {
            return SourceException.of(FaultCode.BLOCKED_ADDRESS, at + " leads to a private or special address", thrown);
        }
        if (root instanceof MessageConstraintException) {
            return SourceException.of(FaultCode.TOO_LARGE, at + ": the answer's head is longer than any should be");
        }
        if (root instanceof UnknownHostException) {
            return SourceException.of(FaultCode.UNKNOWN_HOST, at + ": the host name is unknown", thrown);
        }
        if (root instanceof ConnectTimeoutException || root instanceof ConnectionRequestTimeoutException) {
            return SourceException.of(FaultCode.TIMEOUT, at + ": no connection in time", thrown);
        }
        if (root instanceof SocketTimeoutException) {
            return SourceException.of(FaultCode.TIMEOUT, at + ": no answer in time", thrown);
        }
        if (root instanceof ConnectException || root instanceof NoRouteToHostException) {
            return SourceException.of(FaultCode.CONNECTION_REFUSED, at + ": the connection was refused", thrown);
        }
        if (root instanceof SSLException || root instanceof java.security.GeneralSecurityException) {
            return SourceException.of(FaultCode.TLS, at + ": no secure connection (" + reason(root) + ")", thrown);
        }
        return SourceException.of(FaultCode.CONNECTION_LOST, at + ": the connection broke", thrown);
    }

    private static String reason(Throwable root) {
        String message = root.getMessage();
        return message == null
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** The exception that decides: the innermost, but a security exception stays what TLS made of it. */
    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            boolean decided = root instanceof SSLException || root instanceof UnknownHostException;
            if (decided || (root instanceof SocketTimeoutException && !(root.getCause() instanceof IOException))) {
                return root;
            }
            root = root.getCause();
        }
        return root;
    }
}
