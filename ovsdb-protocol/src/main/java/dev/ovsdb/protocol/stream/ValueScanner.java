package dev.ovsdb.protocol.stream;

/**
 * Finds the end of a value, or of a name, in pieces of any size; looks at each byte once. It balances brackets and skips over
 * strings, nothing else: whether what is between is JSON shows when it is read.
 */
final class ValueScanner {
    private static final byte PLAIN = 0;
    private static final byte OPEN = 1;
    private static final byte CLOSE = 2;
    private static final byte QUOTE = 3;
    private static final byte DELIMITER = 4;

    private static final byte[] KINDS = kinds();

    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean bare; // A number or a word: ends before the first delimiter.

    /** Prepares for a value that begins with this byte. */
    void start(byte first) {
        depth = 0;
        inString = false;
        escaped = false;
        bare = KINDS[first & 0xff] == PLAIN;
    }

    /** Looks for the end in these bytes; answers the index behind it, or -1 if it is not among them. */
    int scan(byte[] bytes, int from, int to) {
        return bare ? scanBare(bytes, from, to) : scanBalanced(bytes, from, to);
    }

    /** Whether the end of the input would be the end of this value. */
    boolean mayEndHere() {
        return bare;
    }

    private static int scanBare(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (KINDS[bytes[i] & 0xff] != PLAIN) {
                return i;
            }
        }
        return -1;
    }

    private int scanBalanced(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            i = inString ? skipString(bytes, i, to) : skipToString(bytes, i, to);
            if (depth == 0 && !inString) {
                return i;
            }
        }
        return -1;
    }

    /** Goes behind the quote that ends the string, if it is here. */
    private int skipString(byte[] bytes, int from, int to) {
        int i = from;
        if (escaped && i < to) {
            escaped = false;
            i++;
        }
        for (; i < to; i++) {
            byte b = bytes[i];
            if (b == '"') {
                inString = false;
                return i + 1;
            }
            if (b == '\\' && ++i == to) {
                escaped = true;
                return to;
            }
        }
        return to;
    }

    /** Goes behind the quote that begins a string, or behind the bracket that ends the value. */
    private int skipToString(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            switch (KINDS[bytes[i] & 0xff]) {
                case QUOTE -> {
                    inString = true;
                    return i + 1;
                }
                case OPEN -> depth++;
                case CLOSE -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return to;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        kinds['{'] = OPEN;
        kinds['['] = OPEN;
        kinds['}'] = CLOSE;
        kinds[']'] = CLOSE;
        kinds['"'] = QUOTE;
        for (byte delimiter : new byte[] {',', ':', ' ', '\t', '\r', '\n'}) {
            kinds[delimiter] = DELIMITER;
        }
        return kinds;
    }
}
