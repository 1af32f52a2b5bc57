package se.tjanstenav.connectors.source;

import java.net.URI;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tjanstenav.connectors.descriptor.Pagination;
import se.tjanstenav.connectors.tree.TreeDigest;
import se.tjanstenav.connectors.tree.TreePointer;

/**
 * Decides where the next page is, and notices when pages repeat: a cursor or link that came before, or a page as long as an
 * earlier one with the same first and last record. Those between them are not looked at, since to compare whole pages
 * takes a tenth of what reading them does.
 */
final class PageTurner {

    private final Pagination pagination;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> pages = new HashSet<>();
    private @Nullable Object first;
    private @Nullable Object last;

    PageTurner(Pagination pagination) {
        this.pagination = pagination;
    }

    /**
     * What comes after a page.
     *
     * @param position the next page, empty after the last
     * @param incomplete why the feed was not seen whole
     */
    record Turn(Optional<Position> position, Optional<String> incomplete) {

        static final Turn END = new Turn(Optional.empty(), Optional.empty());

        static Turn to(Position next) {
            return new Turn(Optional.of(next), Optional.empty());
        }

        static Turn broken(String reason) {
            return new Turn(Optional.empty(), Optional.of(reason));
        }
    }

    void saw(Object record) {
        first = first == null ? record : first;
        last = record;
    }

    Turn next(Position at, Map<String, @Nullable Object> envelope, Optional<String> linkHeader, long onPage) {
        boolean repeated = onPage > 0 && !pages.add(TreeDigest.of(Arrays.asList(first, last, onPage)));
        first = null;
        last = null;
        if (repeated) {
            return Turn.broken(PagedRecords.loop() + ": a page repeats an earlier one");
        }
        return switch (pagination.type()) {
            case NONE -> Turn.END;
            case PAGE, OFFSET -> counted(at, envelope, onPage);
            case CURSOR -> continued(envelope, cursor -> follow(at, onPage, cursor, null));
            case NEXT_LINK -> continued(envelope, link -> followLink(at, onPage, link));
            case LINK_HEADER ->
                linkHeader.map(link -> followLink(at, onPage, link)).orElse(Turn.END);
        };
    }

    /** Where something stands at the pointer that is no text, there may be further pages that were not understood. */
    private Turn continued(Map<String, @Nullable Object> envelope, Function<String, Turn> onwards) {
        Object next = TreePointer.parse(Objects.requireNonNull(pagination.next()))
                .find(envelope)
                .orElse(false);
        if (Boolean.FALSE.equals(next) || next.toString().isBlank()) {
            return Turn.END;
        }
        return next instanceof String || next instanceof Number
                ? onwards.apply(next.toString())
                : Turn.broken("what stands at '%s' is no text".formatted(pagination.next()));
    }

    /**
     * Page numbers and offsets end with an empty page, or when as many records as announced have come. A total that is
     * exceeded is wrong, and says nothing of the end.
     */
    private Turn counted(Position at, Map<String, @Nullable Object> envelope, long onPage) {
        long soFar = at.offset() + onPage;
        Optional<Long> total = PagedRecords.text(pagination.total(), envelope).flatMap(PageTurner::number);
        boolean tooFew = total.isPresent() && soFar < total.get();
        if (onPage == 0) {
            return tooFew
                    ? Turn.broken("%d records were announced, but %d came".formatted(total.get(), soFar))
                    : Turn.END;
        }
        if (total.isPresent() && soFar == total.get()) {
            return Turn.END;
        }
        return Turn.to(new Position(at.page() + 1, soFar, null, null));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Turn followLink(Position at, long onPage, String link) {
        try {
            return follow(at, onPage, link, URI.create(link));
        } catch (IllegalArgumentException e) {
            return Turn.broken("the link to the next page is no URL");
        }
    }

    private Turn follow(Position at, long onPage, String cursor, @Nullable URI link) {
        if (!seen.add(cursor)) {
            return Turn.broken(PagedRecords.loop() + ": the next page was there before");
        }
        return Turn.to(new Position(at.page() + 1, at.offset() + onPage, link == null ? cursor : null, link));
    }
}
