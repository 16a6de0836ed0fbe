package dev.ovsdb.server.engine.transaction;

/**
 * How much of a select is done in the lane. What goes beyond is left to readers.
 *
 * @param rows of how many rows a table is gone through in the lane
 * @param bytes how long a result may become in the lane
 * @param pieceBytes the length of the pieces that readers make
 */
record LaneShare(int rows, int bytes, int pieceBytes) {
    static final LaneShare DEFAULT = new LaneShare(1_000, 256 * 1024);

    private static final int FEW_BYTES = 1024;
    private static final int SMALL_PIECE = 16 * 1024;

    LaneShare(int rows, int bytes) {
        this(rows, bytes, bytes);
    }

    /** For one who has asked for much in one go: next to nothing is kept of a result before its turn comes to leave. */
    LaneShare spare() {
        return new LaneShare(0, Math.min(bytes, FEW_BYTES), pieceBytes);
    }

    /** As {@link #spare}, in small pieces, while all that waits for clients is too much. */
    LaneShare scant() {
        return new LaneShare(0, Math.min(bytes, FEW_BYTES), Math.min(pieceBytes, SMALL_PIECE));
    }
}
