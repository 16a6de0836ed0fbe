package dev.ovsdb.server.check;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text of a request that is not UTF-8, as a string for checks. A byte that is no part of a character stands in it as one of
 * Unicode's last private characters, so that the reference's error about it can be given; it never reaches a database.
 */
public final class ForeignBytes {
    private static final int FIRST = 0x10ff00;

    private ForeignBytes() {}

    /** The text of these bytes, whatever they are. */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length * 2 + 2);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isMalformed()) {
            out.put(Character.toChars(FIRST + (in.get() & 0xff)));
            result = decoder.reset().decode(in, out, true);
        }
        return out.flip().toString();
    }

    /** A decoded text as it may be shown and stored: a replacement character for each such byte. */
    public static String shown(String text) {
        int[] codePoints = text.codePoints().map(c -> isForeign(c) ? 0xfffd : c).toArray();
        return firstIn(text) < 0 ? text : new String(codePoints, 0, codePoints.length);
    }

    /** The first byte sequence that is no character, as the reference names it; null if all are. */
    static @Nullable String sequence(String text) {
        int at = firstIn(text);
        if (at < 0) {
            return null;
        }
        int lead = text.codePointAt(at) - FIRST;
        StringBuilder sequence = new StringBuilder(hex(lead));
        int next = at + 2;
        for (int left = continuations(lead), previous = lead; left > 0; left--) {
            int here = byteAt(text, next);
            sequence.append(' ').append(hex(here));
            if (!continues(previous, here)) {
                break;
            }
            previous = here;
            next += 2; // A byte that continues what is no character is foreign too.
        }
        return sequence.toString();
    }

    private static int firstIn(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isForeign(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isForeign(int codePoint) {
        return codePoint >= FIRST + 0x80;
    }

    private static int continuations(int lead) {
        if (lead < 0xc2 || lead > 0xf4) {
            return 0;
        }
        return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    }

    /** Whether a byte may follow; of the second one the first says which. */
    private static boolean continues(int previous, int here) {
        int from = previous == 0xe0 ? 0xa0 : previous == 0xf0 ? 0x90 : 0x80;
        int to = previous == 0xed ? 0x9f : previous == 0xf4 ? 0x8f : 0xbf;
        return here >= from && here <= to;
    }

    /** The byte that stands here, zero at the end, as in a string of C. */
    private static int byteAt(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        int codePoint = text.codePointAt(at);
        return isForeign(codePoint)
                ? codePoint - FIRST
                : new String(Character.toChars(codePoint)).getBytes(StandardCharsets.UTF_8)[0] & 0xff;
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%02x", value);
    }
}
