package dev.ovsdb.server.engine;

import dev.ovsdb.server.engine.database.VirtualRows;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The handle to a virtual table. */
final class HandledTable implements VirtualTable {
    private final JavaDatabase database;
    private final String name;

    HandledTable(JavaDatabase database, String name) {
        this.database = database;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<Void> change(List<Change> changes) {
        List<VirtualRows.Change> rows = changes.stream()
                .map(change -> new VirtualRows.Change(change.uuid(), change.row()))
                .toList();
        return database.change(new VirtualRows(name, rows));
    }
}
