package se.tjanstenav.connectors.access;

/**
 * A key that was made just now: the only moment at which it can be shown.
 *
 * @param text the key itself, which is kept nowhere
 */
public record NewKey(AccessKey key, String text) {

    /** Leaves out the key itself. */
    @Override
    public String toString() {
        return "NewKey[key=" + key + "]";
    }
}
