package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.util.List;

/** {@code echo}: is the peer alive? It answers what it was sent (RFC 7047, section 4.1.11). */
public final class Echo {
    public static final String METHOD = "echo";

    private Echo() {}

    public static List<ByteBuffer> params() {
        return Params.none();
    }

    /** @param values each one JSON text */
    public static List<ByteBuffer> params(List<byte[]> values) {
        return Params.of(writer -> values.forEach(writer::raw));
    }

    /** The array that came back, as text. Equal to what was sent as JSON, but not always byte by byte. */
    public static ResultReader<byte[]> result() {
        return new BufferedReader<>(METHOD, "the array that was sent", reader -> {
            byte[] text = reader.rawValue();
            if (text[0] != '[') {
                throw reader.expected("an array before this place");
            }
            return text;
        });
    }
}
