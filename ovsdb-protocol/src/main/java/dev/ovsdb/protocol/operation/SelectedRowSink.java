package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;

/** Takes the rows of select operations one by one, so that a reply of any size needs no memory to speak of. */
@FunctionalInterface
public interface SelectedRowSink {
    /**
     * One row.
     *
     * @param operation the index of the select in its transaction
     */
    void row(int operation, Row row);
}
