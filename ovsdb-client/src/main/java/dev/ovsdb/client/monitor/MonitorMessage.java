package dev.ovsdb.client.monitor;

import java.util.UUID;

/**
 * What a message of a monitor is about.
 *
 * @param kind what its rows mean for those delivered before
 * @param lastTransactionId the last transaction whose changes it holds; the zero UUID if the server gave none (E21)
 */
public record MonitorMessage(Kind kind, UUID lastTransactionId) {
    /** The id that stands for "none": a server without history gives it, and asking with it asks for everything. */
    public static final UUID NO_TRANSACTION = new UUID(0, 0);

    /** What the rows of a message mean. */
    public enum Kind {
        /** All rows, each {@code Initial}. Whatever was delivered before is void: forget it. */
        CONTENTS,
        /** What was missed since the last message before the connection was lost; rows delivered before stay valid. */
        RESUMED,
        /** Changes, as they happen. One message may cover several transactions (E26). */
        UPDATE
    }
}
