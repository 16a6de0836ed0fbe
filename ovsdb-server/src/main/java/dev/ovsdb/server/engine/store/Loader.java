package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.data.RowImage;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Fills an empty store with rows as a file has them, in one go instead of by a transaction that would have to remember each row
 * twice. Ends in what the commit of such a transaction would have made, or in its error.
 */
final class Loader {
    private final List<TableStore> tables;
    private final Totals totals;
    private final UUID salt; // Makes each row's _version of its UUID: unlike any other, and as random as one draw.
    private long atoms; // Of all rows; counted as they come, while they are in the cache.

    Loader(List<TableStore> tables, Totals totals, UUID salt) {
        this.tables = tables;
        this.totals = totals;
        this.salt = salt;
    }

    void load(TableStore table, UUID uuid, Row row) {
        if (table.rows().find(uuid) != null) {
            throw new IllegalArgumentException(
                    "row " + uuid + " of table " + table.schema().name() + " twice");
        }
        TableRow made = new TableRow(table, uuid);
        RowImage image = new RowImage(versionOf(uuid), complete(table, row));
        made.settle(image);
        atoms += Footprint.atoms(table, image);
        table.rows().add(made);
        table.grew(1);
    }

    private static Row complete(TableStore table, Row row) {
        if (row.layout() != table.schema().layout()) {
            return table.schema().withDefaults(row);
        }
        for (int column = 0; column < table.width(); column++) {
            if (row.valueAt(column) == null) {
                return table.schema().withDefaults(row);
            }
        }
        return row;
    }

    private UUID versionOf(UUID uuid) {
        long mixed = (uuid.getMostSignificantBits() ^ salt.getMostSignificantBits()) * 0x9E3779B97F4A7C15L;
        long low = (uuid.getLeastSignificantBits() ^ salt.getLeastSignificantBits()) * 0xC2B2AE3D27D4EB4FL;
        long high = mixed ^ mixed >>> 32 ^ low >>> 29;
        return new UUID(high & ~0xF000L | 0x4000L, (low ^ mixed >>> 31) & ~(0xC000L << 48) | 0x8000L << 48);
    }

    @Nullable
    OperationError finish() {
        LoadedReferences references = new LoadedReferences(tables);
        OperationError error = references.countStrong();
        if (error == null) {
            references.collectGarbage();
            error = tooManyRows();
        }
        if (error == null) {
            error = references.linkWeak();
        }
        if (error == null) {
            error = buildIndexes();
        }
        if (error != null) {
            tables.forEach(TableStore::clear);
            return error;
        }
        totals.add(atoms - references.atomsLost(), references.weakReferences());
        return null;
    }

    private @Nullable OperationError tooManyRows() {
        for (TableStore table : tables) {
            if (table.size() > table.schema().maxRows()) {
                return Violations.tooManyRows(table, table.size());
            }
        }
        return null;
    }

    private @Nullable OperationError buildIndexes() {
        OperationError[] error = new OperationError[1];
        for (TableStore table : tables) {
            for (TableIndex index : table.indexes()) {
                table.forEachHead((row, image) -> {
                    IndexKey key = index.key(image::value);
                    TableRow other = index.find(key);
                    if (other == null) {
                        index.add(row, key);
                    } else if (error[0] == null) {
                        error[0] = DuplicateKey.describe(index, row, other);
                    }
                });
            }
        }
        return error[0];
    }
}
