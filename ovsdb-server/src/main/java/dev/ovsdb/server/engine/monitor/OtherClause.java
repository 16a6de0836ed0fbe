package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;

/** A clause that each row must be looked at for. */
record OtherClause(int column, Function function, Datum operand) {
    boolean matches(TableSchema table, UUID uuid, RowImage image) {
        return Clauses.matches(Values.of(table, uuid, image, column), function, operand);
    }
}
