package dev.ovsdb.conformance.suite;

/**
 * One line of a case: something that the kit sends on a session, or that must come.
 *
 * @param line where it is in the file
 * @param session the digit before the sign; {@code 1} if there is none
 */
public record Step(int line, String session, Kind kind, String text) {
    /** What a line asks for, by its sign. */
    public enum Kind {
        /** {@code >} Sends the text, with {@code '} for {@code "}. */
        SEND,
        /** {@code >!} Sends what the other side ends the connection for. */
        SEND_BAD,
        /** {@code >%} Sends the text, with {@code '} for {@code "} and {@code %XX} for any byte. */
        SEND_BYTES,
        /** {@code > closed} Ends the connection. */
        CLOSE,
        /** {@code <} The next message, as JSON: members in any order. */
        EXPECT,
        /** {@code <!} The next message is anything but this. */
        EXPECT_OTHER,
        /** {@code <%} The next message, byte for byte, with {@code %XX} for any byte. */
        EXPECT_BYTES,
        /** {@code < closed} The end of the connection. */
        EXPECT_CLOSED,
        /** {@code < connected} For clients: a connection, another one than those before. */
        EXPECT_CONNECTED,
        /** {@code =} For clients: {@code METHOD RESULT}, how requests are answered from here on. */
        ANSWER,
        /** {@code =!} For clients: {@code METHOD ERROR}, the same with an error. */
        ANSWER_ERROR,
        /** {@code =-} For clients: {@code METHOD}, whose requests get no answer from here on. */
        NO_ANSWER,
        /** {@code = reversed} For clients: of two requests that wait, the last one is answered first from here on. */
        REVERSE_ANSWERS,
        /** {@code !} For clients: {@code METHOD}, or {@code METHOD after METHOD}: not sent since the last connection. */
        NOT_SENT
    }

    /** Whether a program can fail at it. */
    public boolean isExpectation() {
        return switch (kind) {
            case EXPECT, EXPECT_OTHER, EXPECT_BYTES, EXPECT_CLOSED, EXPECT_CONNECTED, NOT_SENT -> true;
            case SEND, SEND_BAD, SEND_BYTES, CLOSE, ANSWER, ANSWER_ERROR, NO_ANSWER, REVERSE_ANSWERS -> false;
        };
    }
}
