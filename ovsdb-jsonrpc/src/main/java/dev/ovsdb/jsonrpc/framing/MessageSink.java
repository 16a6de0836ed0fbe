package dev.ovsdb.jsonrpc.framing;

import dev.ovsdb.jsonrpc.JsonValue;
import org.jspecify.annotations.Nullable;

/** Takes the messages that a framer finds, in order, on the thread that feeds it. */
@FunctionalInterface
public interface MessageSink {
    /** A message is complete and valid. */
    void onMessage(Message message);

    /**
     * Asks where the result of a reply is to go; comes when it begins, if the id is known by then. Results that are numbers
     * or literals are always kept.
     *
     * @return its sink, or null to have it kept for {@link #onMessage}
     */
    default @Nullable BodySink streamResult(JsonValue id) {
        return null;
    }

    /**
     * Asks where parameters are to go; comes when they begin, if the method is known by then.
     *
     * @param id the id if it is known by then: JSON's null in a notification that says so, Java's null if none came yet
     * @return their sink, or null to have them kept for {@link #onMessage}
     */
    default @Nullable BodySink streamParams(String method, @Nullable JsonValue id) {
        return null;
    }
}
