package se.tjanstenav.catalog;

/** The database can take in nothing more because its disk is full. What is published stays, and can be read. */
public final class StorageFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageFullException(Throwable cause) {
        super("The disk of the database is full; make space, and the hub goes on by itself", cause);
    }
}
