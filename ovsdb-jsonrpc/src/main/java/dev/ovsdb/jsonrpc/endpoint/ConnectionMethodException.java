package dev.ovsdb.jsonrpc.endpoint;

/** A text or value is no connection method. The message quotes it and says what was expected. */
public final class ConnectionMethodException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_QUOTED = 200;

    private final String quoted;
    private final String expected;

    ConnectionMethodException(String quoted, String expected) {
        super(quote(quoted) + ": expected " + expected);
        this.quoted = quoted;
        this.expected = expected;
    }

    /** This fault of a part, told of the whole text. */
    ConnectionMethodException ofWhole(String whole) {
        return quoted.equals(whole) ? this : new ConnectionMethodException(whole, expected + ", not " + quote(quoted));
    }

    private static String quote(String text) {
        return "\"" + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...") + "\"";
    }
}
