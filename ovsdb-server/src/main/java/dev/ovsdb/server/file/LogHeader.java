package dev.ovsdb.server.file;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The line before each record: {@code OVSDB <magic> <length> <sha1>}.
 *
 * @param magic {@code JSON} in a standalone database, {@code CLUSTER} in a cluster's
 * @param length the length of the record's JSON with its line feed, in bytes
 * @param sha1 the hash of those bytes, in hexadecimal digits
 */
public record LogHeader(String magic, long length, String sha1) {
    /** The magic of standalone databases. */
    public static final String STANDALONE = "JSON";
    /** The magic of a cluster member's file. */
    public static final String CLUSTER = "CLUSTER";

    static final int LONGEST = 127; // What the reference looks at.

    private static final String LEAD = "OVSDB ";

    /** The header of a standalone database's record: its JSON text with its line feed. */
    public static LogHeader of(byte[] json) {
        Sha1 sha1 = new Sha1();
        sha1.update(json, 0, json.length);
        return new LogHeader(STANDALONE, json.length, sha1.hex());
    }

    /** The header with its line feed, which ends at {@code end}; null if it is none. */
    static @Nullable LogHeader parse(byte[] bytes, int from, int end) {
        String line = new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
        String[] words = line.split(" ", -1);
        if (words.length != 4 || !line.startsWith(LEAD) || !line.endsWith("\n")) {
            return null;
        }
        String sha1 = words[3].substring(0, words[3].length() - 1);
        long length = length(words[2]);
        return length > 0 && Sha1.isHex(sha1) ? new LogHeader(words[1], length, sha1) : null;
    }

    private static long length(String digits) {
        try {
            return digits.startsWith("+") || digits.startsWith("-") ? 0 : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** How long the line is, with its line feed, of a standalone record of this length. */
    static int size(long length) {
        return LEAD.length() + STANDALONE.length() + 1 + Long.toString(length).length() + 1 + Sha1.HEX_LENGTH + 1;
    }

    /** Writes the line of a standalone record, with its line feed, of {@link #size} bytes. */
    @SuppressWarnings("deprecation") // Which copies low bytes: all is ASCII.
    static void writeTo(byte[] to, int offset, int length, Sha1 sha1) {
        String start = LEAD + STANDALONE + " " + length + " ";
        start.getBytes(0, start.length(), to, offset);
        sha1.hexTo(to, offset + start.length());
        to[offset + start.length() + Sha1.HEX_LENGTH] = '\n';
    }

    /** The line as it stands in the file, with its line feed. */
    public byte[] toBytes() {
        return (LEAD + magic + " " + length + " " + sha1 + "\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
