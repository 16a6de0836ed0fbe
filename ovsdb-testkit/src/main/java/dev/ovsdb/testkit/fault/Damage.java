package dev.ovsdb.testkit.fault;

/**
 * What becomes of single bytes of one direction of each connection. See {@link Fault}.
 *
 * @param kind which of the other components count
 * @param at bytes before the first that is meant, or the number of a message
 * @param bytes how many are meant
 */
public record Damage(Kind kind, long at, int bytes) {
    /** What is done. */
    public enum Kind {
        /** Nothing. */
        NONE,
        /** One byte is another. */
        GARBLED_BYTE,
        /** One of the first bytes of a message is another. */
        GARBLED_MESSAGE,
        /** Bytes come twice. */
        DUPLICATED
    }

    static final Damage NONE = new Damage(Kind.NONE, 0, 0);

    /** Checks that the numbers can be. */
    public Damage {
        if (at < 0) throw new IllegalArgumentException("there is no byte before the first, was " + at);
        if (kind == Kind.GARBLED_MESSAGE && at < 1)
            throw new IllegalArgumentException("the first message is 1, was " + at);
        if (kind == Kind.DUPLICATED && bytes < 1)
            throw new IllegalArgumentException("at least 1 byte comes twice, not " + bytes);
    }

    static Damage garbledByte(long at) {
        return new Damage(Kind.GARBLED_BYTE, at, 1);
    }

    static Damage garbledMessage(long number) {
        return new Damage(Kind.GARBLED_MESSAGE, number, 1);
    }

    static Damage duplicated(long at, int bytes) {
        return new Damage(Kind.DUPLICATED, at, bytes);
    }

    /** The byte behind which no other is meant; -1 if it is not known yet. */
    long end() {
        return kind == Kind.DUPLICATED ? at + bytes : -1;
    }
}
