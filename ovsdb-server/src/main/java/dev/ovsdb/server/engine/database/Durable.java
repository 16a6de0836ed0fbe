package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.operation.OperationError;

/** Something that waits until what was published would outlive a crash of the machine. */
public interface Durable {
    void durable();

    /** Nobody will ever know whether it would. */
    void unknown(OperationError error);
}
