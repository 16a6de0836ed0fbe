package dev.ovsdb.server.rights;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A database as a transaction sees it at this point: the last version and the transaction's own changes so far. */
public interface TransactionRows {
    DatabaseSchema schema();

    /** The row, every declared column in it; null if there is none. */
    @Nullable
    Row find(TableSchema table, UUID uuid);

    /** Hands over the table's rows until one is accepted; whether one was. */
    boolean anyMatch(TableSchema table, BiPredicate<UUID, Row> accepts);
}
