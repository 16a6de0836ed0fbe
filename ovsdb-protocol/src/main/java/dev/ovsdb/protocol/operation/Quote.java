package dev.ovsdb.protocol.operation;

/** Pieces of input in messages, cut to a bounded length. */
final class Quote {
    private static final int LONGEST = 120;

    private Quote() {}

    static String of(String text) {
        return '"' + cut(text) + '"';
    }

    static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
    }
}
