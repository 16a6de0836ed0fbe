package dev.ovsdb.benchmarks.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Finds the requests in what a well-behaved client sends, and makes their answers.
 *
 * <p>It looks for just what it needs, the braces and the {@code id} and {@code method} members, and trusts the peer: it
 * serves benchmarks only.
 */
final class RequestSplitter {
    private static final byte[] INSERTED =
            bytes(",\"result\":[{\"uuid\":[\"uuid\",\"8a4f2c1e-0b7d-4f7e-9a51-3d6c2b1f0e9d\"]}],\"error\":null}");

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int depth;
    private boolean inString;
    private boolean escaped;

    byte[] answer(byte[] bytes, int count, byte[] schema) {
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (endsMessage(bytes[i])) {
                message.write(bytes, start, i + 1 - start);
                start = i + 1;
                answer(message.toString(StandardCharsets.UTF_8), answers, schema);
                message.reset();
            }
        }
        message.write(bytes, start, count - start);
        return answers.toByteArray();
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

    private static void answer(String request, ByteArrayOutputStream answers, byte[] schema) {
        String id = member(request, "\"id\"");
        String method = member(request, "\"method\"");
        if (id.equals("null") || method.isEmpty()) {
            return; // A notification, or a reply.
        }
        answers.writeBytes(bytes("{\"id\":" + id));
        switch (method) {
            case "\"transact\"" -> answers.writeBytes(INSERTED);
            case "\"get_schema\"" -> {
                answers.writeBytes(bytes(",\"result\":"));
                answers.writeBytes(schema);
                answers.writeBytes(bytes(",\"error\":null}"));
            }
            case "\"list_dbs\"" -> answers.writeBytes(bytes(",\"result\":[\"OVN_Northbound\"],\"error\":null}"));
            case "\"echo\"" -> answers.writeBytes(bytes(",\"result\":[],\"error\":null}"));
            default -> answers.writeBytes(bytes(",\"error\":\"unknown method\"}"));
        }
    }

    /** The text of a member that is a string without escapes, a number or null; clients print it first or last. */
    private static String member(String request, String name) {
        int at = request.indexOf(name);
        if (name.equals("\"id\"") && request.lastIndexOf(name) != at) {
            at = request.lastIndexOf(name);
        }
        if (at < 0) {
            return "";
        }
        int start = at + name.length();
        while (request.charAt(start) == ':' || request.charAt(start) == ' ') {
            start++;
        }
        int end = start + 1;
        while (",} ".indexOf(request.charAt(end)) < 0) {
            end++;
        }
        return request.substring(start, end);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
