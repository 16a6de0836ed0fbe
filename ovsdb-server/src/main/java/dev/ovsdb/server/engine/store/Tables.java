package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.SchemaOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of a database, and which of their columns refer to which. Immutable but for what the tables hold. */
final class Tables {
    private final Map<String, TableStore> byName = new LinkedHashMap<>();
    private final List<TableStore> list;

    Tables(DatabaseSchema schema) {
        for (TableSchema table : schema.tables()) {
            byName.put(table.name(), new TableStore(table));
        }
        list = List.copyOf(byName.values());
        for (TableStore table : list) {
            table.link(references(table, BaseType::isStrongReference), references(table, BaseType::isWeakReference));
        }
    }

    @Nullable
    TableStore find(String name) {
        return byName.get(name);
    }

    List<TableStore> list() {
        return list;
    }

    long rows() {
        long rows = 0;
        for (TableStore table : list) {
            rows += table.size();
        }
        return rows;
    }

    /** In the reference server's order, so that of several faults of a row the same one is told. */
    private List<ReferenceColumn> references(TableStore table, Predicate<BaseType> kind) {
        List<ReferenceColumn> found = new ArrayList<>();
        for (ColumnSchema column : SchemaOrder.hashed(table.schema())) {
            ColumnType type = column.type();
            TableStore keys = target(type.key(), kind);
            TableStore values = type.isMap() ? target(type.requireValue(), kind) : null;
            if (keys != null || values != null) {
                int index = table.schema().requireColumnIndex(column.name());
                found.add(new ReferenceColumn(index, keys, values));
            }
        }
        return found;
    }

    private @Nullable TableStore target(BaseType type, Predicate<BaseType> kind) {
        return kind.test(type) ? type.refTable().map(byName::get).orElse(null) : null;
    }
}
