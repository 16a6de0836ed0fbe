package dev.ovsdb.testkit.recording;

/**
 * Where what is said now departs from what was recorded.
 *
 * @param where the message and the place in it: {@code session 1, message 4 of the server, result[0].rows}
 * @param recorded what was said there, or that nothing was
 * @param now what is said now, or that nothing is
 */
public record Difference(String where, String recorded, String now) {
    private static final int LONGEST = 2_000;

    public Difference {
        recorded = cut(recorded);
        now = cut(now);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }

    @Override
    public String toString() {
        return where + "\n  recorded: " + recorded + "\n  now:      " + now;
    }
}
