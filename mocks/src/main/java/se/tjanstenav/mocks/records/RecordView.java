package se.tjanstenav.mocks.records;

import java.util.function.LongFunction;

/** Records by a rule that makes the one at an index. */
record RecordView(long size, LongFunction<RawRecord> rule) implements Records {

    @Override
    public RawRecord at(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("No record " + index + "; there are " + size);
        }
        return rule.apply(index);
    }
}
