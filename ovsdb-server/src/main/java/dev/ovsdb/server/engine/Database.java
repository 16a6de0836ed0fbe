package dev.ovsdb.server.engine;

import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.storage.StorageStatus;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A database that is served, in the hands of Java code in the same process.
 *
 * <p>Thread-safe. What it is asked takes its turn behind what clients asked before. Futures complete on the handler's own
 * loop, where nothing may block. After the database was removed they fail with {@link DatabaseClosedException}.
 */
public interface Database {
    String name();

    /** The schema by which it is served just now: {@code convert} gives it another. */
    DatabaseSchema schema();

    /**
     * Runs operations as one transaction, without any restriction of rights.
     *
     * @return completes with the outcome when it is published, and if it is to be durable when it is; also when the transaction
     *     failed, for that is an outcome. A {@code wait} waits as a client's does. Fails with {@link DatabaseClosedException} if
     *     the database goes, or is converted, while it waits
     */
    CompletableFuture<TransactionOutcome> transact(List<? extends Operation> operations);

    /**
     * Pins the version that is published just now.
     *
     * @throws DatabaseClosedException if the database was removed
     */
    DatabaseView view();

    /**
     * Has the log replaced by the contents, in the background.
     *
     * @return completes when it is done; fails with {@link dev.ovsdb.server.storage.StorageException} if it could not be
     */
    CompletableFuture<Void> compact();

    /**
     * Has the database converted, as a client's {@code convert} does.
     *
     * @return completes when it is served by the new schema; fails with {@link RefusedException} if contents
     *     and schema do not agree
     */
    CompletableFuture<Void> convert(DatabaseSchema schema);

    /**
     * The handle to a table whose rows only this process writes.
     *
     * @throws IllegalArgumentException if the database was not added with this table as a virtual one
     */
    VirtualTable virtualTable(String table);

    /**
     * Calls back after versions that change one of these tables were published; once for several that came close together.
     *
     * @param listener called on the handler's own loop; must not block
     */
    Registration onPublished(Collection<String> tables, Runnable listener);

    /** How its storage is, just now. */
    StorageStatus status();

    /** How much it holds, just now. */
    DatabaseFigures figures();

    /** Something that goes on until it is told to end. */
    interface Registration extends AutoCloseable {
        /** Ends it. Idempotent; a call that was due already may still come. */
        @Override
        void close();
    }
}
