package dev.ovsdb.server.rights;

/** What an operation does to rows. */
public enum Action {
    INSERT("row insertion into"),
    DELETE("row deletion from"),
    UPDATE("modification of"),
    MUTATE("mutate operation on");

    private final String phrase;

    Action(String phrase) {
        this.phrase = phrase;
    }

    /** The words before {@code table "..."} in the reference's error. */
    String phrase() {
        return phrase;
    }
}
