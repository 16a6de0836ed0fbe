package dev.ovsdb.testkit;

import java.nio.file.Path;

/** Where a database of a reference server comes from. */
sealed interface DatabaseSource {
    /** Puts what the server needs into its folder, for the database with this index. */
    void place(WorkFolder folder, int index);

    /** An empty database with this schema, which {@code ovsdb-tool create} makes at the first start. */
    record Schema(String json) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            folder.write(ServerPlan.schemaFile(index), json);
        }
    }

    /** A copy of an existing database file. */
    record Copy(Path file) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            folder.copy(file, ServerPlan.databaseFile(index));
        }
    }
}
