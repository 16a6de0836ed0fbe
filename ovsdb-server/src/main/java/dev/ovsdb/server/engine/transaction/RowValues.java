package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.Datum;

/**
 * How the values of rows are looked up: those of a transaction under way, or those of a version that a reader has pinned.
 *
 * @param <R> what stands for a row there
 */
@FunctionalInterface
interface RowValues<R> {
    /** @param column the index in the table's layout, also of an implicit column */
    Datum value(R row, int column);
}
