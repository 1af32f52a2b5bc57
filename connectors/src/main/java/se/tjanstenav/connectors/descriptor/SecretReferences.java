package se.tjanstenav.connectors.descriptor;

import java.util.Optional;
import java.util.function.Predicate;

/** Tells of every reference to a secret whether it can be followed. */
@FunctionalInterface
public interface SecretReferences {

    /** Follows nothing, and so finds nothing wrong. */
    SecretReferences UNCHECKED = (pointer, secret) -> Optional.empty();

    /**
     * What is wrong with a reference, if anything.
     *
     * @param pointer where the reference stands in the descriptor, such as {@code /spec/auth/clientSecret}
     * @param secret the secret's name
     */
    Optional<Fault> fault(String pointer, String secret);

    /** What is wrong, without a full stop, and what to do, as a sentence. */
    record Fault(String problem, String remedy) {}

    /** Those of the operator's own connectors, whose secrets are files. */
    static SecretReferences toFiles(Predicate<String> exists) {
        return (pointer, secret) -> exists.test(secret)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the secret '" + secret + "' does not exist",
                        "Put a file of that name in the directory tjanstenav.connectors.secrets."));
    }
}
