package dev.ovsdb.idl;

import dev.ovsdb.idl.store.ReplicaStore;
import dev.ovsdb.idl.store.StoredTable;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.ColumnSchema;
import java.util.Optional;

/** From where rows are read: a store, and a version of it. */
interface Reading {
    ReplicaStore store();

    /**
     * The version to read.
     *
     * @throws IllegalStateException if it was let go
     */
    long version();

    /** The default of a column that was asked for and that the server has not got; empty if it was not asked for. */
    Optional<Datum> defaultOf(StoredTable table, String column);

    /**
     * A column, of the server's schema or of that by which it was asked for.
     *
     * @throws java.util.NoSuchElementException if neither has it
     */
    ColumnSchema column(StoredTable table, String column);
}
