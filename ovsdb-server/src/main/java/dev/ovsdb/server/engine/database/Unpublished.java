package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.operation.OperationError;
import org.jspecify.annotations.Nullable;

/** Something that was computed on a version which is not published yet. */
public interface Unpublished {
    /**
     * The version has fallen. What wrote it fails with the error, or is executed again if there is none; what only read it is
     * executed again.
     */
    void fellBack(@Nullable OperationError error);
}
