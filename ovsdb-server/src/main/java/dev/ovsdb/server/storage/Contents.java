package dev.ovsdb.server.storage;

import dev.ovsdb.protocol.schema.DatabaseSchema;

/**
 * A database whole, at one version: handed over when a storage is opened, and to a storage that is to write it anew.
 *
 * <p>For one thread at a time, which need not be the lane. Closed by the one it was given to.
 */
public interface Contents extends AutoCloseable {
    DatabaseSchema schema();

    /** The version that this is. A storage that counts none of its own opens at 0. */
    long version();

    /**
     * Hands over every row once, table by table in the order of the schema. Called again it hands over the same rows in the same
     * order.
     *
     * @throws StorageException if a row cannot be had
     */
    void forEachRow(RowSink sink);

    /** Lets go of what this holds, such as a pinned version. Idempotent. */
    @Override
    void close();
}
