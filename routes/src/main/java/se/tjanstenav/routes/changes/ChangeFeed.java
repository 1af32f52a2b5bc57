package se.tjanstenav.routes.changes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import se.tjanstenav.catalog.AnswerCache;
import se.tjanstenav.catalog.ChangeLog;
import se.tjanstenav.catalog.ChangeLog.Change;
import se.tjanstenav.catalog.StoredServices;
import se.tjanstenav.routes.http.ProblemException;
import se.tjanstenav.routes.http.ProblemType;

/**
 * Reads the change log by cursor. Nobody is told of a change before this process answers with what it brought, so whoever
 * reads a service after having been told of its change gets it as it is since.
 */
@Component
public class ChangeFeed {

    /** Where a copy begins that has nothing yet. */
    public static final String START = "0";

    /** The present end of the log. */
    public static final String NOW = "now";

    /** What a cursor looks like, for those who ask with something else. */
    public static final String FORM =
            "a cursor as given in 'meta.next' or with a change, '%s' for the start or '%s' for the end"
                    .formatted(START, NOW);

    private static final String GONE =
            "This catalogue's change log does not have the change that the cursor stands for:"
                    + " the cursor is of another catalogue, or the catalogue was set back to an older state. Copy the catalogue"
                    + " anew, from after=0";

    private final ChangeLog log;
    private final LongConsumer followed;
    private final UUID store;

    @Autowired
    ChangeFeed(ChangeLog log, AnswerCache answers, StoredServices services) {
        this(log, answers::follow, services.identity());
    }

    /**
     * @param followed has this process's answers follow the log up to a change
     * @param store identity of the store whose log it is
     */
    ChangeFeed(ChangeLog log, LongConsumer followed, UUID store) {
        this.log = log;
        this.followed = followed;
        this.store = store;
    }

    /** Whether the text can be asked with. */
    public static boolean isReadable(String cursor) {
        return cursor.equals(START)
                || cursor.equals(NOW)
                || Cursor.parse(cursor).isPresent();
    }

    /**
     * The number of the change that the cursor stands after.
     *
     * @param cursor one that {@link #isReadable}
     * @throws ProblemException if the log does not have that change
     */
    public long position(String cursor) {
        if (cursor.equals(START)) {
            return 0;
        }
        return cursor.equals(NOW)
                ? log.last()
                : Cursor.parse(cursor)
                        .filter(known -> known.equals(Cursor.after(store, change(known.sequence()))))
                        .map(Cursor::sequence)
                        .orElseThrow(() -> new ProblemException(ProblemType.CURSOR_GONE, GONE));
    }

    /** The cursor that stands after a change. */
    public String cursor(Change change) {
        return Cursor.after(store, change).toString();
    }

    /** A cursor that stands at the present end of the log. */
    public String now() {
        return Cursor.after(store, change(log.last())).toString();
    }

    /** The page of at most so many changes that follow a position. */
    public FeedPage page(long position, int limit) {
        List<Change> found = after(position, limit + 1);
        List<Change> changes = found.subList(0, Math.min(limit, found.size()));
        Change last = changes.isEmpty() ? change(position) : changes.get(changes.size() - 1);
        return new FeedPage(changes, Cursor.after(store, last).toString(), found.size() > changes.size());
    }

    /** At most so many changes that follow a position. */
    List<Change> after(long position, int limit) {
        List<Change> changes = log.after(position, limit);
        if (!changes.isEmpty()) {
            followed.accept(changes.get(changes.size() - 1).sequence());
        }
        return changes;
    }

    private @Nullable Change change(long sequence) {
        return Optional.of(sequence)
                .filter(number -> number > 0)
                .flatMap(number -> log.after(number - 1, 1).stream().findFirst())
                .filter(change -> change.sequence() == sequence)
                .orElse(null);
    }

    /**
     * Changes in order.
     *
     * @param next the cursor to go on with
     * @param more whether the log goes on
     */
    public record FeedPage(List<Change> changes, String next, boolean more) {

        public FeedPage {
            changes = List.copyOf(changes);
        }
    }
}
