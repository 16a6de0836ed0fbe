package dev.ovsdb.testkit.recording;

/** Something that happened on a recorded session. */
public sealed interface RecordedEvent permits RecordedMessage, RecordedEnd {
    /** When, in microseconds since the recording began. */
    long micros();

    /** On which session: 1 for the first, in the order in which clients came. */
    int session();
}
