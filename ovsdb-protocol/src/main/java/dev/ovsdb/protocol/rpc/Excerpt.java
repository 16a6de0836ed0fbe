package dev.ovsdb.protocol.rpc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The beginning of a text, kept for complaints. */
final class Excerpt {
    private static final int LONGEST = 160;

    private final byte[] beginning = new byte[LONGEST];
    private int length;
    private boolean cut;

    /** Notes what remains in this piece, without consuming it. */
    void note(ByteBuffer piece) {
        int taken = Math.min(LONGEST - length, piece.remaining());
        if (taken > 0) {
            piece.get(piece.position(), beginning, length, taken);
            length += taken;
        }
        cut |= piece.remaining() > taken;
    }

    static String of(byte[] text, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        return printable(Arrays.copyOfRange(text, from, end), end < to);
    }

    private static String printable(byte[] bytes, boolean cut) {
        StringBuilder text = new StringBuilder(new String(bytes, StandardCharsets.UTF_8));
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                text.setCharAt(i, '?');
            }
        }
        return cut ? text + "..." : text.length() == 0 ? "nothing" : text.toString();
    }

    @Override
    public String toString() {
        return printable(Arrays.copyOf(beginning, length), cut);
    }
}
