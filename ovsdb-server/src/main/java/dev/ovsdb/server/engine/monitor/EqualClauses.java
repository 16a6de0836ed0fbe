package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** All clauses of a condition that want one column to equal something: one look into a set, however many they are. */
record EqualClauses(int column, Set<Datum> values) {
    EqualClauses(int column) {
        this(column, new LinkedHashSet<>());
    }

    boolean matches(TableSchema table, UUID uuid, RowImage image) {
        return values.contains(Values.of(table, uuid, image, column));
    }
}
