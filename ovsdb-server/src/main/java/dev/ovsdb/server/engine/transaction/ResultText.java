package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.OperationError;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The array of results: what the lane wrote, and between that rows that are written later.
 *
 * @param parts the last one ends with text
 * @param version the version that such rows are still to be found in; null if there is none
 * @param pieceBytes about how long the pieces are in which it leaves
 */
record ResultText(List<Part> parts, @Nullable AwaitedVersion version, int pieceBytes) {
    /** Text, and the rows behind it; null if there are none. */
    record Part(List<ByteBuffer> text, @Nullable LaterRows rows) {}

    boolean isWhole() {
        return parts.size() == 1;
    }

    /** How long the text is that the lane wrote. */
    long bytes() {
        long bytes = 0;
        for (Part part : parts) {
            for (ByteBuffer buffer : part.text()) {
                bytes += buffer.remaining();
            }
        }
        return bytes;
    }

    /** All of it, what is missing written at once. */
    JsonBytes toJson() {
        if (isWhole()) {
            return JsonBytes.of(parts.get(0).text());
        }
        ResultBody body = new ResultBody(this);
        List<ByteBuffer> all = new ArrayList<>();
        while (!body.isAtEnd()) {
            all.addAll(body.piece());
        }
        return JsonBytes.of(all);
    }

    /** The same with one more element. */
    ResultText with(OperationError error) {
        List<Part> longer = new ArrayList<>(parts.subList(0, parts.size() - 1));
        longer.add(new Part(with(error, parts.get(parts.size() - 1).text(), isWhole()), null));
        return new ResultText(longer, version, pieceBytes);
    }

    private static List<ByteBuffer> with(OperationError error, List<ByteBuffer> text, boolean fromBegin) {
        List<ByteBuffer> longer = new ArrayList<>(text.subList(0, text.size() - 1));
        ByteBuffer last = text.get(text.size() - 1).duplicate();
        last.limit(last.limit() - 1);
        longer.add(last);
        boolean empty = fromBegin && text.size() == 1 && last.remaining() == 1;
        longer.add(ByteBuffer.wrap(new byte[] {(byte) (empty ? ' ' : ',')}));
        JsonWriter out = new JsonWriter();
        error.write(out);
        longer.addAll(out.toBuffers());
        longer.add(ByteBuffer.wrap(new byte[] {']'}));
        return longer;
    }

    /** Nobody is going to read it. From any thread. */
    void abandon() {
        if (version != null) {
            version.abandon();
        }
    }
}
