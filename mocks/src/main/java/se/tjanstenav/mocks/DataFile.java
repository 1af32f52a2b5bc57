package se.tjanstenav.mocks;

/**
 * A data file taken apart: its records, the text before, between and after them, and how a value within a record is found. Put
 * together again it is the file.
 */
record DataFile(String head, Records records, String separator, String tail, Values values) {

    /** Finds a value in a record's text by its name in the notation of the format; empty where there is none. */
    interface Values {
        String of(String record, String name);
    }

    DataFile with(Records others) {
        return new DataFile(head, others, separator, tail, values);
    }

    AnswerBody body() {
        return new AnswerBody(head, records, separator, tail);
    }
}
