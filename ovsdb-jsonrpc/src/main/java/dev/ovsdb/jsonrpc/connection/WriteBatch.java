package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the messages of one write together: what is small is copied into one buffer, what is large stays where it is.
 * Confined to the event loop.
 */
final class WriteBatch {
    private static final int SMALL = 4 * 1024; // Below, copying costs less than one more buffer in the write.
    private static final int SMALLEST_BLOCK = 256;
    private static final int LARGEST_BLOCK = 64 * 1024;
    private static final int LONGEST_LONG = 20;
    private static final int MAX_METHODS = 64;
    private static final byte[] ID = ascii("{\"id\":");
    private static final byte[] NULL = ascii("null");
    private static final byte[] RESULT = ascii(",\"result\":");
    private static final byte[] NO_ERROR = ascii(",\"error\":null}");
    private static final byte[] ERROR = ascii(",\"error\":");

    private final Map<String, byte[]> methods = new LinkedHashMap<>();
    private List<ByteBuffer> out = new ArrayList<>(4);
    private byte[] block = new byte[0];
    private int start; // Of what is in the block and not yet in a buffer.
    private int filled;
    private int usual = SMALLEST_BLOCK;
    private long total;

    void request(long id, String method, JsonBytes params) {
        bytes(ID);
        number(id);
        call(method, params);
    }

    void notification(String method, JsonBytes params) {
        bytes(ID);
        bytes(NULL);
        call(method, params);
    }

    private void call(String method, JsonBytes params) {
        bytes(
                methods.size() < MAX_METHODS
                        ? methods.computeIfAbsent(method, WriteBatch::methodAndParams)
                        : methodAndParams(method));
        json(params);
        one('}');
    }

    private static byte[] methodAndParams(String method) {
        return (",\"method\":" + new JsonString(method) + ",\"params\":").getBytes(StandardCharsets.UTF_8);
    }

    void request(byte[] id, String method, JsonBytes params) {
        bytes(ID);
        bytes(id);
        call(method, params);
    }

    void reply(JsonValue id, JsonBytes result) {
        beginReply(id);
        json(result);
        endReply();
    }

    /** A reply up to its result, which is to follow. */
    void beginReply(JsonValue id) {
        bytes(ID);
        id(id);
        bytes(RESULT);
    }

    void raw(List<ByteBuffer> bytes) {
        for (ByteBuffer buffer : bytes) {
            raw(buffer);
        }
    }

    void endReply() {
        bytes(NO_ERROR);
    }

    /** As the reference does, without the result member. */
    void errorReply(JsonValue id, JsonBytes error) {
        bytes(ID);
        id(id);
        bytes(ERROR);
        json(error);
        one('}');
    }

    /** The bytes put in since the last {@link #take()}. */
    long size() {
        return total;
    }

    /** All that was put in; the batch is empty afterwards. */
    List<ByteBuffer> take() {
        usual = Math.min(Math.max(filled, SMALLEST_BLOCK), LARGEST_BLOCK);
        cut();
        List<ByteBuffer> taken = out;
        out = new ArrayList<>(4);
        block = new byte[0]; // It belongs to the transport now.
        start = 0;
        filled = 0;
        total = 0;
        return taken;
    }

    private void id(JsonValue id) {
        if (id instanceof JsonInteger number && number.value() >= 0) {
            number(number.value());
        } else {
            bytes(id.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void json(JsonBytes text) {
        List<ByteBuffer> buffers = text.buffers();
        for (int i = 0; i < buffers.size(); i++) {
            raw(buffers.get(i));
        }
    }

    private void raw(ByteBuffer buffer) {
        int length = buffer.remaining();
        if (length > SMALL) {
            cut();
            out.add(buffer);
            total += length;
        } else {
            room(length);
            buffer.get(block, filled, length);
            added(length);
        }
    }

    private void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, block, filled, bytes.length);
        added(bytes.length);
    }

    private void one(char ascii) {
        room(1);
        block[filled] = (byte) ascii;
        added(1);
    }

    private void number(long value) {
        room(LONGEST_LONG);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int at = filled + digits - 1; at >= filled; at--) {
            block[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        added(digits);
    }

    private void added(int length) {
        filled += length;
        total += length;
    }

    private void room(int length) {
        if (block.length - filled >= length) {
            return;
        }
        if (filled + length > LARGEST_BLOCK) {
            cut();
            block = new byte[Math.max(LARGEST_BLOCK, length)];
            start = 0;
            filled = 0;
        } else {
            block = Arrays.copyOf(block, Math.max(Math.max(usual, 2 * block.length), filled + length));
        }
    }

    private void cut() {
        if (filled > start) {
            out.add(ByteBuffer.wrap(block, start, filled - start));
            start = filled;
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
