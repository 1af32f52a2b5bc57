package se.tjanstenav.connectors.descriptor;

import java.util.Optional;
import java.util.function.Predicate;
import se.tjanstenav.connectors.secret.SecretField;
import se.tjanstenav.connectors.secret.Secrets;

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

    /** Those to what a connector may read, each for the field where the reference stands. */
    static SecretReferences to(Secrets secrets) {
        return (pointer, secret) -> {
            Optional<SecretField> field = SecretField.at(pointer);
            if (field.isEmpty()) {
                return Optional.of(new Fault("a secret cannot be used here", "Remove the reference."));
            }
            return secrets.has(secret, field.get())
                    ? Optional.empty()
                    : Optional.of(new Fault(
                            "the secret '" + secret + "' does not exist", secrets.remedy(secret, field.get())));
        };
    }

    /** Those of the operator's own connectors, whose secrets are files. */
    static SecretReferences toFiles(Predicate<String> exists) {
        return (pointer, secret) -> exists.test(secret)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the secret '" + secret + "' does not exist",
                        "Put a file of that name in the directory tjanstenav.connectors.secrets."));
    }
}
