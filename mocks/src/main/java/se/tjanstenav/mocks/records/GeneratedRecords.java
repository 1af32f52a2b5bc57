package se.tjanstenav.mocks.records;

import java.util.SplittableRandom;

/**
 * Any number of records, each made from one of an agency's own when it is asked for: the first ones are the agency's as
 * they are, the others have an identity and words of their own. The same seed always gives the same records.
 */
public final class GeneratedRecords {

    private static final String[] WORDS = {
        "ansökan", "barn", "beslut", "boende", "djur", "familj", "företag", "gård", "hamn", "idrott", "jord", "kust",
        "lager", "mark", "natur", "odling", "plats", "resa", "skog", "torg", "utbildning", "vatten", "vägar", "äng",
        "ålder", "öppettid", "skola", "fordon", "handel", "kultur", "miljö", "vård"
    };
    private static final int WORDS_ADDED = 6;

    private GeneratedRecords() {}

    public static Records of(Records templates, long size, long seed) {
        return new RecordView(
                size, index -> index < templates.size() ? templates.at(index) : made(templates, index, seed));
    }

    private static RawRecord made(Records templates, long index, long seed) {
        RawRecord template = templates.at(index % templates.size());
        String id = template.id() + "-" + index;
        String text = Prose.renamed(template.text(), template.id(), id);
        return new RawRecord(id, Prose.extended(text, " " + sentence(new SplittableRandom(seed + index))));
    }

    private static String sentence(SplittableRandom random) {
        StringBuilder sentence = new StringBuilder("Gäller");
        for (int i = 0; i < WORDS_ADDED; i++) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.append('.').toString();
    }
}
