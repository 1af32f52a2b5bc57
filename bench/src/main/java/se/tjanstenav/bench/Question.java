package se.tjanstenav.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param words as typed
 * @param agency the agency chosen beside it; null for any
 * @param facets whether the portal also shows how many there are by agency and by theme
 */
record Question(String words, @Nullable String agency, boolean facets) {

    private static final int NUMBER = 1000;
    private static final long SEED = 20261130;

    private static final List<String> ABOUT = List.of(
            "pension",
            "ansöka om pension",
            "utbetalning av pension",
            "starta företag",
            "skatt",
            "anstånd med skatt",
            "söka patent",
            "varumärke",
            "uppehållstillstånd",
            "svenskt medborgarskap",
            "pass",
            "anmäla brott",
            "arbetstillstånd",
            "söka jobb",
            "nystartsjobb",
            "anställa personal",
            "förskola",
            "byta skola",
            "bygglov",
            "parkeringstillstånd",
            "hemtjänst",
            "deklaration",
            "folkbokföring",
            "flytta utomlands",
            "intyg",
            "moms",
            "arbetsgivaravgift",
            "efterlevandepension",
            "bostadstillägg",
            "premiepension",
            "byta fonder",
            "mönsterskydd",
            "vapenlicens",
            "tillstånd för demonstration",
            "familj i Sverige",
            "studera i Sverige",
            "avlopp",
            "serveringstillstånd",
            "livsmedelslokal",
            "ekonomiskt bistånd");
    private static final List<String> ALSO = List.of(
            "barn",
            "beslut",
            "boende",
            "djur",
            "familj",
            "företag",
            "gård",
            "hamn",
            "idrott",
            "jord",
            "kust",
            "lager",
            "mark",
            "natur",
            "odling",
            "plats",
            "resa",
            "skog",
            "utbildning",
            "vatten",
            "vägar",
            "skola",
            "fordon",
            "handel",
            "kultur",
            "miljö",
            "vård");

    /** The same thousand questions each time: a third narrowed to an agency, a third with facets, as portals ask them. */
    static List<Question> fixedSet(List<Volume.Agency> agencies) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Question> questions = new ArrayList<>();
        for (int number = 0; number < NUMBER; number++) {
            String words = ABOUT.get(random.nextInt(ABOUT.size()));
            if (random.nextInt(2) == 0) {
                words += " " + ALSO.get(random.nextInt(ALSO.size()));
            }
            String agency = number % 3 == 0
                    ? agencies.get(random.nextInt(agencies.size())).id()
                    : null;
            questions.add(new Question(words, agency, number % 3 == 1));
        }
        return questions;
    }
}
