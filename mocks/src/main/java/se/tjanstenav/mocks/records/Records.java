package se.tjanstenav.mocks.records;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Records in a fixed order, each reached by its index and made when it is asked for, so that there may be more of them than
 * memory holds. What an agency does to its records (pages, filters, another order, none at all) is a view on others.
 */
public interface Records {

    long size();

    /** The record at an index from 0 to below {@link #size()}, the same at each call. */
    RawRecord at(long index);

    static Records of(List<RawRecord> records) {
        List<RawRecord> copy = List.copyOf(records);
        return new RecordView(copy.size(), index -> copy.get(Math.toIntExact(index)));
    }

    static Records none() {
        return of(List.of());
    }

    /** Those from one index to below another, as far as there are any. */
    default Records range(long from, long to) {
        long first = Math.min(from, size());
        return new RecordView(Math.max(0, Math.min(to, size()) - first), index -> at(first + index));
    }

    /** Those that pass; all are looked at now, but only their places are remembered. */
    default Records where(Predicate<RawRecord> condition) {
        long[] places = LongStream.range(0, size())
                .filter(index -> condition.test(at(index)))
                .toArray();
        return new RecordView(places.length, index -> at(places[Math.toIntExact(index)]));
    }

    /** The same records, beginning with another one. */
    default Records rotated(long by) {
        return new RecordView(size(), index -> at(Math.floorMod(index + by, size())));
    }

    default Records changed(UnaryOperator<RawRecord> change) {
        return new RecordView(size(), index -> change.apply(at(index)));
    }
}
