package dev.ovsdb.conformance;

/** How a case ended. */
public enum Outcome {
    /** The program did what the rule says. */
    PASSED("passed"),
    /** It did something else, which the kit knows of another program and has a reason for; see {@link CaseResult#message()}. */
    DIFFERS("differs, known"),
    /** It does not offer the extension that the case is about. */
    NOT_OFFERED("not offered"),
    /** The case could not be played; the message says what it takes. */
    NOT_RUN("not run"),
    /** It did something else. */
    FAILED("failed");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** In the words of a report. */
    public String text() {
        return text;
    }
}
