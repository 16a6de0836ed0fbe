package dev.ovsdb.client.conversation;

/**
 * Something that needs a conversation, now or when there is one. One of {@link #go} and {@link #refused} is called each time
 * it comes to the gate.
 */
public interface Passenger {
    /** There is a conversation. Must not block. */
    void go(Conversation conversation);

    /** There will be none: the session ended, or the patience did. */
    void refused(RuntimeException cause);

    /** Its place and its patience, from the gate that it passes. */
    Ticket ticket();
}
