package dev.ovsdb.client.conversation;

/** Who hears of one lock on a conversation. Called on the event loop. */
public interface LockTarget {
    /** {@code locked} came. */
    void onLocked(Conversation conversation);

    /** {@code stolen} came. */
    void onStolen(Conversation conversation);
}
