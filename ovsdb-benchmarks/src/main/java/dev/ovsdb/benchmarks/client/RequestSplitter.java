package dev.ovsdb.benchmarks.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the requests in what a well-behaved client sends, and makes their answers, with as little work as can be.
 *
 * <p>It looks for just what it needs, the braces and the {@code id} and {@code method} members, and trusts the peer: it
 * serves benchmarks only.
 */
final class RequestSplitter {
    private static final byte[] ID = bytes("\"id\":");
    private static final byte[] METHOD = bytes("\"method\":\"");
    private static final byte[] ANSWER = bytes("{\"id\":");
    private static final byte[] INSERTED =
            bytes(",\"result\":[{\"uuid\":[\"uuid\",\"8a4f2c1e-0b7d-4f7e-9a51-3d6c2b1f0e9d\"]}],\"error\":null}");

    private final ByteArrayOutputStream answers = new ByteArrayOutputStream(1 << 16);
    private byte[] kept = new byte[1 << 16]; // The message being read.
    private int size;
    private int depth;
    private boolean inString;
    private boolean escaped;

    byte[] answer(byte[] bytes, int count, byte[] schema) {
        answers.reset();
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (endsMessage(bytes[i])) {
                keep(bytes, start, i + 1);
                start = i + 1;
                answerMessage(schema);
                size = 0;
            }
        }
        keep(bytes, start, count);
        return answers.toByteArray();
    }

    private void keep(byte[] bytes, int from, int to) {
        if (size + to - from > kept.length) {
            kept = Arrays.copyOf(kept, 2 * (size + to - from));
        }
        System.arraycopy(bytes, from, kept, size, to - from);
        size += to - from;
    }

    private boolean endsMessage(byte next) {
        if (inString) {
            inString = escaped || next != '"';
            escaped = !escaped && next == '\\';
            return false;
        }
        switch (next) {
            case '"' -> inString = true;
            case '{' -> depth++;
            case '}' -> {
                return --depth == 0;
            }
            default -> {}
        }
        return false;
    }

    private void answerMessage(byte[] schema) {
        int method = end(METHOD, 0);
        int id = idValue();
        if (method < 0 || kept[id] == 'n') {
            return; // A notification, or a reply.
        }
        answers.writeBytes(ANSWER);
        answers.write(kept, id, endOfValue(id) - id);
        switch (kept[method]) { // The first letter tells the methods apart that clients use.
            case 't' -> answers.writeBytes(INSERTED);
            case 'g' -> result(schema);
            case 'l' -> result(bytes("[\"OVN_Northbound\"]"));
            case 'e' -> result(bytes("[]"));
            default -> answers.writeBytes(bytes(",\"error\":\"unknown method\"}"));
        }
    }

    private void result(byte[] result) {
        answers.writeBytes(bytes(",\"result\":"));
        answers.writeBytes(result);
        answers.writeBytes(bytes(",\"error\":null}"));
    }

    /** Clients print the id first or last: what stands between may hold another. */
    private int idValue() {
        int first = end(ID, 0);
        if (first == 1 + ID.length) {
            return first;
        }
        int last = first;
        for (int next = first; next >= 0; next = end(ID, next)) {
            last = next;
        }
        return last;
    }

    /** Where the first occurrence of the text ends, or -1. */
    private int end(byte[] text, int from) {
        for (int at = from; at <= size - text.length; at++) {
            if (Arrays.equals(kept, at, at + text.length, text, 0, text.length)) {
                return at + text.length;
            }
        }
        return -1;
    }

    private int endOfValue(int start) {
        int end = start;
        while (kept[end] != ',' && kept[end] != '}') {
            end++;
        }
        return end;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
