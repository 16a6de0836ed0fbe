package dev.ovsdb.client.conversation;

import java.time.Duration;

/** Something that needs a conversation, now or when there is one. Exactly one of {@link #go} and {@link #refused} is called, once. */
public interface Passenger {
    /** There is a conversation. Must not block, nor run a user's code before it returns. */
    void go(Conversation conversation);

    /** There will be none: the session ended, or the patience did. */
    void refused(RuntimeException cause);

    /** What it is, in the words of the wire, for messages. */
    String requestName();

    /** How long it waits for a conversation; zero means for ever. */
    Duration patience();
}
