package se.tjanstenav.routes.http;

/** Repeats what a caller sent, short and without control characters, so that answers and logs stay one line each. */
public final class Excerpt {

    private static final int MOST = 60;

    private Excerpt() {}

    public static String of(String sent) {
        String plain = sent.codePoints()
                .limit(MOST)
                .map(point -> Character.isISOControl(point) ? '�' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return sent.codePointCount(0, sent.length()) > MOST ? plain + "…" : plain;
    }
}
