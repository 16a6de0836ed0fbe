package dev.ovsdb.jsonrpc.testing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Decisions that the bytes of a fuzz target's input make, one byte each; when they are used up every decision is the first. */
public final class Choices {
    private final byte[] bytes;
    private int at;

    public Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean isUsedUp() {
        return at >= bytes.length;
    }

    /** A number from 0 to {@code bound - 1}. */
    public int below(int bound) {
        return isUsedUp() ? 0 : (bytes[at++] & 0xff) % bound;
    }

    @SafeVarargs
    public final <T> T pick(T... from) {
        return from[below(from.length)];
    }

    /** So many of the next bytes as they are. */
    public byte[] raw(int count) {
        int end = Math.min(bytes.length, at + count);
        byte[] raw = Arrays.copyOfRange(bytes, Math.min(at, end), end);
        at = end;
        return raw;
    }

    /** As {@link #raw}, as text that JSON strings may hold. */
    public String text(int count) {
        String text = new String(raw(count), StandardCharsets.ISO_8859_1);
        return text.replaceAll("[\\x00-\\x1f\"'\\\\]", "_");
    }
}
