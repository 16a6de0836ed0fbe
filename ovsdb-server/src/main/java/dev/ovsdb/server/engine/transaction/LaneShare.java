package dev.ovsdb.server.engine.transaction;

/**
 * How much of a select is done in the lane. What goes beyond is left to readers.
 *
 * @param rows of how many rows a table is gone through in the lane
 * @param bytes how long a result may become in the lane; also the length of the pieces that readers make
 */
record LaneShare(int rows, int bytes) {
    static final LaneShare DEFAULT = new LaneShare(1_000, 256 * 1024);
}
