package dev.ovsdb.testkit.database;

import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.schema.DatabaseSchema;

/** The database of these tests; a class as the generator makes them. */
public final class Town {
    private Town() {}

    public static DatabaseSchema schema() {
        return DatabaseSchema.parse(Resources.read(Town.class, "/dev/ovsdb/testkit/junit/town.ovsschema"));
    }

    public static Insert house(String address, long floors) {
        return Insert.into("House")
                .set("address", address)
                .set("floors", floors)
                .build();
    }

    /** A server that ends with the test. */
    public static TestServer server() {
        return TestServer.builder().schema(schema()).start();
    }
}
