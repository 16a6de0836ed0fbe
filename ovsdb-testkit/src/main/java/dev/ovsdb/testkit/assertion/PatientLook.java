package dev.ovsdb.testkit.assertion;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.database.Contents;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/** Has a replica's monitor tell when a condition is met. */
record PatientLook(Idl idl, Duration patience, String describe) implements Look {
    @Override
    public DatabaseSchema schema() {
        if (!idl.await(now -> true, patience))
            throw new AssertionFailedError(describe + " has no contents: " + idl.state());
        return idl.schema();
    }

    @Override
    public Contents contents(String table) {
        return new ReplicaLook(idl).contents(table);
    }

    @Override
    public Optional<Contents> unmet(String table, Predicate<Contents> condition) {
        boolean met = idl.await(replica -> condition.test(Contents.of(replica, table)), patience);
        return met ? Optional.empty() : Optional.of(contents(table));
    }

    @Override
    public Look eventually(Duration other) {
        return new PatientLook(idl, other, describe);
    }
}
