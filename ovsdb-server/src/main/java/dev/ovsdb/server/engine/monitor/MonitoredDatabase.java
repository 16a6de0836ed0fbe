package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.data.RowImage;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What monitors need of a database. Confined to the lane, except {@link #schema()}. */
interface MonitoredDatabase {
    DatabaseSchema schema();

    /** The number of the last version executed, published or not. */
    long headVersion();

    /** The number of the last version that is published. */
    long publishedVersion();

    /** How many atoms the database holds. */
    long atoms();

    /** The head as it is now, for a reader who may be slow. */
    PinnedRows pin();

    /** Hands over the rows of the head with this value in this column; answers false if no index can tell. */
    boolean lookup(TableSchema table, int column, Datum value, BiConsumer<UUID, RowImage> action);

    /** One version, whole, for any one thread at a time. */
    interface PinnedRows extends AutoCloseable {
        @Nullable
        RowImage find(TableSchema table, UUID uuid);

        /** Hands over each row. */
        void forEach(TableSchema table, BiConsumer<UUID, RowImage> action);

        int expectedRows(TableSchema table);

        @Override
        void close();
    }
}
