package dev.ovsdb.protocol.monitor;

/** The kinds of messages that carry updates, and what stands around the updates in each. */
public enum UpdatesMessage {
    /** The result of {@code monitor}: the updates themselves. */
    MONITOR_RESULT(UpdateNotation.V1, ""),
    /** The result of {@code monitor_cond}: the updates themselves. */
    MONITOR_COND_RESULT(UpdateNotation.V2, ""),
    /** The result of {@code monitor_cond_since}: {@code [found, last-txn-id, updates]}. */
    MONITOR_COND_SINCE_RESULT(UpdateNotation.V2, "ftu"),
    /** The params of {@code update}: {@code [id, updates]}. */
    UPDATE(UpdateNotation.V1, "iu"),
    /** The params of {@code update2}: {@code [id, updates]}. */
    UPDATE2(UpdateNotation.V2, "iu"),
    /** The params of {@code update3}: {@code [id, last-txn-id, updates]}. */
    UPDATE3(UpdateNotation.V2, "itu");

    private final UpdateNotation notation;
    private final String elements; // i: monitor id, f: found, t: transaction id, u: updates.

    UpdatesMessage(UpdateNotation notation, String elements) {
        this.notation = notation;
        this.elements = elements;
    }

    /** How its updates are written. */
    public UpdateNotation notation() {
        return notation;
    }

    /** Whether rows that are new to the reader were there when the monitor began, and are not inserts. */
    boolean isInitial() {
        return this == MONITOR_RESULT;
    }

    boolean isWrapped() {
        return !elements.isEmpty();
    }

    int elementCount() {
        return elements.length();
    }

    /** What the element with this index is; a space if there is no such element. */
    char element(int index) {
        return index < elements.length() ? elements.charAt(index) : ' ';
    }

    /** The shape of the message in words. */
    public String shape() {
        return switch (this) {
            case MONITOR_RESULT, MONITOR_COND_RESULT -> "<table-updates>";
            case MONITOR_COND_SINCE_RESULT -> "[found, last-txn-id, <table-updates2>]";
            case UPDATE, UPDATE2 -> "[id, <table-updates>]";
            case UPDATE3 -> "[id, last-txn-id, <table-updates2>]";
        };
    }
}
