package dev.ovsdb.conformance.match;

/** The other side did not do what a step expects. A value that is thrown: it has no stack. */
public final class Mismatch extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String expected;
    private final String received;

    /**
     * @param line of the case's file
     * @param difference where and how the two differ, in words
     */
    public Mismatch(int line, String expected, String received, String difference) {
        super(difference, null, false, false);
        this.line = line;
        this.expected = expected;
        this.received = received;
    }

    public int line() {
        return line;
    }

    public String expected() {
        return expected;
    }

    public String received() {
        return received;
    }

    /** Where and how the two differ, in words. */
    public String difference() {
        return String.valueOf(getMessage());
    }
}
