package se.tjanstenav.routes.evaluation;

import java.util.List;
import java.util.Locale;

/**
 * How well a finder answers a set of questions.
 *
 * @param atOne share of the questions whose first hit is a right answer
 * @param atFive share with a right answer among the first five
 * @param meanReciprocalRank mean of one over the place of the first right answer, nothing where there is none
 */
record Scores(double atOne, double atFive, double meanReciprocalRank) {

    private static final int FIVE = 5;

    static Scores of(Finder finder, List<Question> questions) {
        int[] places =
                questions.stream().mapToInt(question -> place(finder, question)).toArray();
        int one = 0;
        int five = 0;
        double reciprocal = 0;
        for (int place : places) {
            one += place == 1 ? 1 : 0;
            five += place >= 1 && place <= FIVE ? 1 : 0;
            reciprocal += place == 0 ? 0 : 1.0 / place;
        }
        return new Scores((double) one / places.length, (double) five / places.length, reciprocal / places.length);
    }

    /** From one; none is 0. */
    static int place(Finder finder, Question question) {
        var found = finder.find(question);
        for (int i = 0; i < found.size(); i++) {
            if (question.answers().contains(found.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f | %.3f | %.3f", atOne, atFive, meanReciprocalRank);
    }
}
