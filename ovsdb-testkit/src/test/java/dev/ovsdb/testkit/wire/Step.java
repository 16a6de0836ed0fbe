package dev.ovsdb.testkit.wire;

/** One line of a case: something that a session sends, or must get. */
record Step(int line, String session, Kind kind, String text) {
    enum Kind {
        /** {@code >} Sends the text, with {@code '} for {@code "}. */
        SEND,
        /** {@code >!} Sends what the server drops the connection for; our own side must refuse it too. */
        SEND_BAD,
        /** {@code >%} Sends the text, with {@code '} for {@code "} and {@code %XX} for any byte. */
        SEND_BYTES,
        /** {@code <} The next message, as JSON: members in any order. */
        EXPECT,
        /** {@code <%} The next message, byte for byte, with {@code %XX} for any byte. */
        EXPECT_BYTES,
        /** {@code < closed} The end of the connection. */
        EXPECT_CLOSED
    }
}
