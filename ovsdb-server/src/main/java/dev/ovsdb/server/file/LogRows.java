package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowDiff;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.storage.Contents;
import dev.ovsdb.server.storage.RowSink;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database file as of one of its records: what its transactions up to there made. Each row has every declared
 * column; ephemeral ones have their defaults. For one thread at a time.
 */
public final class LogRows implements Contents {
    private final DatabaseSchema schema;
    private final Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
    private final Map<String, RowLimits> limits = new LinkedHashMap<>();
    private @Nullable LogException damage;

    LogRows(DatabaseSchema schema) {
        this.schema = schema;
        for (TableSchema table : schema.tables()) {
            tables.put(table.name(), new LinkedHashMap<>());
            limits.put(table.name(), new RowLimits(table));
        }
    }

    /**
     * The rows of a database file that comes as a stream: at its end, or before the first record that is not good. The stream is
     * closed.
     *
     * @param name what messages call it
     * @throws LogException if it is no standalone database, or its schema cannot be read
     */
    public static LogRows read(InputStream in, String name) {
        try (LogReader reader = LogReader.open(in, name)) {
            return new LogRecords(reader, null).read(null, Long.MAX_VALUE);
        }
    }

    @Override
    public DatabaseSchema schema() {
        return schema;
    }

    /** 0: a file counts no versions. */
    @Override
    public long version() {
        return 0;
    }

    /** Why the file could not be read to its end; empty if it could. */
    public Optional<LogException> damage() {
        return Optional.ofNullable(damage);
    }

    void setDamage(LogException cause) {
        damage = cause;
    }

    /** The rows of a table by UUID, in the order of their inserts. */
    public Map<UUID, Row> rows(String table) {
        schema.requireTable(table);
        return Collections.unmodifiableMap(tables.getOrDefault(table, Map.of()));
    }

    @Override
    public void forEachRow(RowSink sink) {
        for (TableSchema table : schema.tables()) {
            rows(table.name()).forEach((uuid, row) -> sink.row(table, uuid, row));
        }
    }

    /** Forgets the rows. */
    @Override
    public void close() {
        tables.clear();
    }

    /**
     * Applies a transaction, all of it or nothing.
     *
     * @throws SenselessException if it cannot be
     */
    void apply(List<StagedRow> rows, boolean diff) {
        @Nullable Row[] after = new Row[rows.size()];
        for (int i = 0; i < after.length; i++) {
            after[i] = after(rows.get(i), diff);
        }
        for (int i = 0; i < after.length; i++) {
            StagedRow row = rows.get(i);
            Map<UUID, Row> table = table(row.table());
            if (after[i] == null) {
                table.remove(row.uuid());
            } else {
                table.put(row.uuid(), after[i]);
            }
        }
    }

    private Map<UUID, Row> table(TableSchema table) {
        Map<UUID, Row> rows = tables.get(table.name());
        if (rows == null) {
            throw new IllegalStateException("the rows were let go of");
        }
        return rows;
    }

    private @Nullable Row after(StagedRow staged, boolean diff) {
        Row before = table(staged.table()).get(staged.uuid());
        Row columns = staged.columns();
        if (columns == null) {
            if (before == null) {
                throw new SenselessException("transaction deletes row " + staged.uuid() + " that does not exist");
            }
            return null;
        }
        TableSchema table = staged.table();
        if (before != null && diff) {
            return RowDiff.apply(before, columns, table).after();
        }
        Objects.requireNonNull(limits.get(table.name())).check(columns);
        return before == null ? table.withDefaults(columns) : before.with(columns);
    }
}
