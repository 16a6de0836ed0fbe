package dev.ovsdb.testkit.fault;

import java.nio.ByteBuffer;
import java.util.Random;

/** Does a {@link Damage} to the bytes of one direction of a connection, by its seed. For one thread at a time. */
final class Injury {
    private static final int FIRST_BYTES = 8; // Of a message, one of which is garbled.

    private final Marks marks;
    private final int other; // What a garbled byte is combined with, by exclusive or.
    private final int place; // Of the garbled byte in its message.
    private ByteBuffer again = ByteBuffer.allocate(0); // Bytes that come twice, as far as they have passed.
    private long garbledAt = -1; // The byte of the message that is garbled, once it is known.

    Injury(Random random, Marks marks) {
        this.marks = marks;
        other = 1 + random.nextInt(255);
        place = random.nextInt(FIRST_BYTES);
    }

    /** How many bytes may be written at once: what comes twice ends with a piece. */
    long room(Damage damage, long passed) {
        long end = damage.end();
        return end > passed ? end - passed : Long.MAX_VALUE;
    }

    /** What is written in place of the piece that begins behind so many bytes. */
    ByteBuffer inflict(Damage damage, long passed, ByteBuffer piece) {
        return switch (damage.kind()) {
            case NONE -> piece;
            case GARBLED_BYTE -> garbled(damage.at() - passed, piece);
            case GARBLED_MESSAGE -> garbled(garbledAt(damage.at()) - passed, piece);
            case DUPLICATED -> duplicated(damage, passed, piece);
        };
    }

    private long garbledAt(long message) {
        long start = marks.startOf(message);
        if (start >= 0) garbledAt = start + place;
        return garbledAt;
    }

    private ByteBuffer garbled(long at, ByteBuffer piece) {
        if (at < 0 || at >= piece.remaining()) return piece;
        ByteBuffer copy =
                ByteBuffer.allocate(piece.remaining()).put(piece.duplicate()).flip();
        copy.put((int) at, (byte) (copy.get((int) at) ^ other));
        return copy;
    }

    private ByteBuffer duplicated(Damage damage, long passed, ByteBuffer piece) {
        long skip = Math.max(0, damage.at() - passed);
        if (passed >= damage.end() || skip >= piece.remaining()) return piece;
        again = joined(again, piece.duplicate().position((int) skip));
        return passed + piece.remaining() == damage.end() ? joined(piece, again) : piece;
    }

    private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
        ByteBuffer both = ByteBuffer.allocate(first.remaining() + second.remaining());
        return both.put(first.duplicate()).put(second.duplicate()).flip();
    }
}
