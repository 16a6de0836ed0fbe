package dev.ovsdb.jsonrpc.framing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The members that a JSON-RPC 1.0 message may have. Any other makes it malformed. */
public enum Member {
    ID("id"),
    METHOD("method"),
    PARAMS("params"),
    RESULT("result"),
    ERROR("error");

    private static final Member[] ALL = values();

    private final String text;
    private final byte[] utf8;

    Member(String text) {
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The member with the name that stands in {@code bytes}, without quotes and escapes. */
    static @Nullable Member of(byte[] bytes, int from, int to) {
        for (Member member : ALL) {
            if (Arrays.equals(member.utf8, 0, member.utf8.length, bytes, from, to)) {
                return member;
            }
        }
        return null;
    }

    static @Nullable Member of(String name) {
        for (Member member : ALL) {
            if (member.text.equals(name)) {
                return member;
            }
        }
        return null;
    }

    /** The name on the wire. */
    @Override
    public String toString() {
        return text;
    }
}
