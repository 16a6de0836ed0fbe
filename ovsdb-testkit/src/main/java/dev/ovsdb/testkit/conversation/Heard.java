package dev.ovsdb.testkit.conversation;

import java.nio.charset.StandardCharsets;

/**
 * One message that one side said.
 *
 * @param start its first bytes, as many as were wanted, which nobody changes any more
 * @param length how many bytes it has
 * @param whole whether it was said to its end; false for what was left when the session ended
 */
public record Heard(byte[] start, long length, boolean whole) {
    /** Whether no byte of it is missing. */
    public boolean isComplete() {
        return whole && start.length == length;
    }

    /** The text for people: says what is missing of it. */
    @Override
    public String toString() {
        String text = new String(start, StandardCharsets.UTF_8);
        return (start.length == length ? text : text + "... (" + length + " bytes)") + (whole ? "" : " (cut off)");
    }
}
