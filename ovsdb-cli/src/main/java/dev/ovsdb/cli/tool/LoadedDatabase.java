package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Pin;
import dev.ovsdb.server.engine.store.RowCursor;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.RowSink;

/** The contents of a file in the engine's store, with the engine's rules for references and indexes. */
final class LoadedDatabase {
    private final DatabaseStore store;

    private LoadedDatabase(DatabaseStore store) {
        this.store = store;
    }

    /**
     * Takes the rows over.
     *
     * @throws CommandException if they cannot be a database of their schema
     */
    static LoadedDatabase of(Contents rows, IdSource ids) {
        DatabaseStore store = new DatabaseStore(rows.schema(), ids);
        rows.forEachRow(store::load);
        OperationError error = store.loaded();
        if (error != null) {
            throw new CommandException(error.describe());
        }
        return new LoadedDatabase(store);
    }

    DatabaseStore store() {
        return store;
    }

    /** What the store holds now. */
    Contents contents() {
        return new PinnedContents(store.pin());
    }

    private record PinnedContents(Pin pin) implements Contents {
        @Override
        public DatabaseSchema schema() {
            return pin.schema();
        }

        @Override
        public long version() {
            return pin.version();
        }

        @Override
        public void forEachRow(RowSink sink) {
            for (TableSchema table : schema().tables()) {
                RowCursor rows = pin.rows(table);
                while (rows.next()) {
                    sink.row(table, rows.uuid(), rows.image().row());
                }
            }
        }

        @Override
        public void close() {
            pin.close();
        }
    }
}
