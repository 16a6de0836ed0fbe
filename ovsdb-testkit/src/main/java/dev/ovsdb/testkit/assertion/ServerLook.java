package dev.ovsdb.testkit.assertion;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.database.Contents;
import dev.ovsdb.testkit.database.TestDatabase;
import java.time.Duration;

/** Asks the server each time. */
record ServerLook(TestDatabase database) implements Look {
    @Override
    public DatabaseSchema schema() {
        return database.schema();
    }

    @Override
    public Contents contents(String table) {
        return database.contents(table);
    }

    @Override
    public Look eventually(Duration patience) {
        return new PatientLook(database.replica(), patience, describe());
    }

    @Override
    public String describe() {
        return "database " + database.name();
    }
}
