package dev.ovsdb.conformance.wire;

/** Follows how deep JSON text is nested, byte by byte, as plainly as can be. For one thread. */
public final class Brackets {
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Goes on to the next byte. */
    public void take(byte next) {
        if (escaped) escaped = false;
        else if (inString) {
            escaped = next == '\\';
            inString = next != '"';
        } else if (next == '"') inString = true;
        else if (next == '{' || next == '[') depth++;
        else if (next == '}' || next == ']') depth--;
    }

    /** Whether the text so far has ended all that it began; text with more ends than beginnings has, too. */
    public boolean balanced() {
        return depth <= 0 && !inString;
    }

    /** Begins anew. */
    public void reset() {
        depth = 0;
        inString = false;
        escaped = false;
    }
}
