package se.tjanstenav.connectors.egress;

import java.time.Duration;
import java.util.Optional;

/** Is told of every answer a connector gets, once its body has been read or given up. Must not throw. */
@FunctionalInterface
public interface AnswerListener {

    /** Pays no attention. */
    AnswerListener NONE = answer -> {};

    void answered(Answer answer);

    /**
     * One answer; nothing of its body is kept.
     *
     * @param request method, host and path, without the query
     * @param contentType as the agency sent it
     * @param untilHead from sending to the head of the answer, the making of a connection included
     * @param wireBytes as far as the body was read
     * @param decodedBytes as far as the body was read
     * @param toToken whether it answers a request for an access token
     */
    record Answer(
            String request,
            int status,
            Optional<String> contentType,
            Duration untilHead,
            long wireBytes,
            long decodedBytes,
            boolean toToken) {}
}
