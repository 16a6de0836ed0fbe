package dev.ovsdb.protocol.stream;

import dev.ovsdb.protocol.json.JsonReader;

/**
 * Takes the values of a stream. The depth is the number of arrays and objects around a value or a name.
 *
 * <p>What a method throws leaves {@link JsonStream#feed}; the stream is of no further use then.
 */
public interface StreamHandler {
    /** A value begins with this byte. */
    Take begin(int depth, byte first);

    /** The name of the member whose value begins next, as a JSON string. */
    void name(int depth, JsonReader name);

    /**
     * Reads a value that is wanted whole. It must have no effect that counts before {@link #accept}: the text may prove to be
     * cut short, and is then read again when the rest is there.
     */
    void read(int depth, JsonReader value);

    /** The value that was read last was whole. */
    void accept(int depth);

    /**
     * Whether all members or elements at this depth are wanted whole and are objects, so that they may be read one after the
     * other by {@link #readNext} and never be asked for by {@link #begin}.
     */
    default boolean readsRuns(int depth) {
        return false;
    }

    /** Reads a member, name and value, or an element, of a run; like {@link #read}, without effect before {@link #accept}. */
    default void readNext(int depth, JsonReader reader) {
        throw new UnsupportedOperationException("no runs at depth " + depth);
    }

    /** An array or object that was entered has ended; the depth is that around it. */
    void end(int depth);
}
