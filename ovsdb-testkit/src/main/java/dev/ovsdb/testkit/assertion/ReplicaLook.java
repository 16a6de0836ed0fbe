package dev.ovsdb.testkit.assertion;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.View;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.database.Contents;
import java.time.Duration;

/** Reads a replica or a view. */
record ReplicaLook(Replica replica) implements Look {
    @Override
    public DatabaseSchema schema() {
        return replica.schema();
    }

    @Override
    public Contents contents(String table) {
        if (!(replica instanceof Idl idl)) return Contents.of(replica, table);
        try (View view = idl.view()) {
            return Contents.of(view, table);
        }
    }

    @Override
    public Look eventually(Duration patience) {
        if (replica instanceof Idl idl) return new PatientLook(idl, patience, describe());
        throw new IllegalStateException("a view never changes; assert about the replica that it was taken of");
    }

    @Override
    public String describe() {
        return replica instanceof Idl idl
                ? "the replica of " + idl.interest().database()
                : "a view of " + schema().name();
    }
}
