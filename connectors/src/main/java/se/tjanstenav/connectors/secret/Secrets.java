package se.tjanstenav.connectors.secret;

import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.fault.FaultCode;
import se.tjanstenav.connectors.fault.SourceException;

/**
 * What one connector may read: a secret by its name, for the field of the descriptor that uses it. Read anew each time,
 * so that a changed secret needs no restart. Remembers the latest values it has handed out in order to mask them in any
 * text. Safe for use by several threads.
 */
public interface Secrets {

    /** Whether the connector has a secret of that name for that field. */
    boolean has(String name, SecretField field);

    /**
     * Reads a secret.
     *
     * @throws SourceException with {@link FaultCode#MISSING_SECRET} if the connector has none for that field
     */
    Secret read(String name, SecretField field);

    /** What to do so that the connector has the secret, as a sentence. */
    String remedy(String name, SecretField field);

    /**
     * Remembers a value that is as secret as a secret, such as an access token, for {@link #mask}.
     *
     * @param origin where it came from; only the latest values of one origin are remembered
     */
    void alsoMask(String origin, String value);

    /**
     * The text with the latest values of every secret that was handed out replaced by asterisks, also where an excerpt's
     * end has cut one off.
     */
    String mask(String text);

    /**
     * What an agency sent, with every value of at least eight characters replaced likewise, so that nothing that is made
     * of it can show one; shorter values would be found in innocent words.
     *
     * @param tree maps, lists, texts and numbers; the same object is given back if it shows nothing
     */
    @Nullable
    Object masked(@Nullable Object tree);
}
