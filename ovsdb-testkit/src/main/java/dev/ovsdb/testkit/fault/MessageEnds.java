package dev.ovsdb.testkit.fault;

import dev.ovsdb.conformance.wire.Brackets;

/** Tells where messages end, byte by byte. For one thread at a time. */
interface MessageEnds {
    /** Goes on to the next byte; true if a message ends with it. */
    boolean take(byte next);

    /** Messages of JSON text, by their brackets. */
    static MessageEnds ofJson() {
        Brackets brackets = new Brackets();
        return next -> {
            brackets.take(next);
            boolean ends = (next == '}' || next == ']') && brackets.balanced();
            if (ends) brackets.reset();
            return ends;
        };
    }

    /** Records of TLS: five bytes, of which the last two tell how many follow. */
    static MessageEnds ofTls() {
        return new MessageEnds() {
            private static final int HEAD = 5;
            private int taken;
            private int length;

            @Override
            public boolean take(byte next) {
                taken++;
                if (taken <= HEAD && taken > HEAD - 2) length = length << 8 | next & 0xff;
                boolean ends = taken >= HEAD && taken == HEAD + length;
                if (ends) taken = length = 0;
                return ends;
            }
        };
    }
}
