package se.tjanstenav.catalog;

/** Something made from what searches find, which must not outlast it. */
@FunctionalInterface
public interface IndexFollower {

    /**
     * Does what changes the index that searches are answered from: whether it follows a publication, catches up later by
     * itself, or is exchanged for another. Nothing that was found before or meanwhile is given to anybody afterwards.
     */
    void whileIndexChanges(Runnable change);
}
