package se.tjanstenav.mocks.records;

/**
 * A data file taken apart: its records, the text before, between and after them, and how a value within a record is found. Put
 * together again it is the file.
 */
public record DataFile(String head, Records records, String separator, String tail, Values values) {

    /** What can be known of a record's text in its format. */
    public interface Values {

        /** The value of that name, in the notation of the format; empty where there is none. */
        String of(String record, String name);

        /** The record with its lists of texts in another order, by so many places; as it is where the format has none. */
        default String reordered(String record, long by) {
            return record;
        }
    }

    public DataFile with(Records others) {
        return new DataFile(head, others, separator, tail, values);
    }

    public AnswerBody body() {
        return new AnswerBody(head, records, separator, tail);
    }
}
