package dev.ovsdb.server.engine.store;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.MapDatum;
import dev.ovsdb.protocol.SetDatum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a database is said to be, without any cleverness: each rule looks at everything. */
final class StoreModel {
    final Map<String, Map<UUID, Map<String, Datum>>> tables = new LinkedHashMap<>();
    private final DatabaseSchema schema;

    StoreModel(DatabaseSchema schema) {
        this.schema = schema;
        schema.tables().forEach(table -> tables.put(table.name(), new LinkedHashMap<>()));
    }

    StoreModel copy() {
        StoreModel copy = new StoreModel(schema);
        tables.forEach((name, rows) ->
                rows.forEach((uuid, row) -> copy.tables.get(name).put(uuid, new LinkedHashMap<>(row))));
        return copy;
    }

    Map<UUID, Map<String, Datum>> rows(TableSchema table) {
        return tables.get(table.name());
    }

    /** Does what a commit does; answers the tag of the error that it ends in, or null. */
    @Nullable
    String commit() {
        if (!strongReferencesLead()) {
            return "referential integrity violation";
        }
        while (removeGarbage()) {}
        for (TableSchema table : schema.tables()) {
            if (rows(table).size() > table.maxRows()) {
                return "constraint violation";
            }
        }
        return removeWeak() && isUnique() ? null : "constraint violation";
    }

    private boolean strongReferencesLead() {
        boolean[] lead = {true};
        forEachReference(
                BaseType::isStrongReference,
                (from, to, table) -> lead[0] &= rows(table).containsKey(to));
        return lead[0];
    }

    /** How many strong references there are to each row, without those of its own. */
    Map<UUID, Integer> counts() {
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        forEachReference(BaseType::isStrongReference, (from, to, table) -> counts.merge(to, 1, Integer::sum));
        return counts;
    }

    /** Who refers to whom weakly: the rows, source first, once for each reference. */
    List<List<UUID>> weakReferences() {
        List<List<UUID>> all = new ArrayList<>();
        forEachReference(BaseType::isWeakReference, (from, to, table) -> all.add(List.of(from, to)));
        return all;
    }

    private interface Reference {
        void is(UUID from, UUID to, TableSchema table);
    }

    private void forEachReference(Predicate<BaseType> kind, Reference action) {
        for (TableSchema table : schema.tables()) {
            rows(table)
                    .forEach((uuid, row) -> row.forEach((name, value) -> {
                        ColumnSchema column = table.requireColumn(name);
                        if (kind.test(column.type().key())) {
                            TableSchema target = schema.requireTable(
                                    column.type().key().refTable().orElseThrow());
                            value.atoms().forEach(atom -> tell(action, uuid, atom, target));
                        }
                        if (column.type().isMap() && kind.test(column.type().requireValue())) {
                            TableSchema target = schema.requireTable(
                                    column.type().requireValue().refTable().orElseThrow());
                            ((MapDatum) value).forEach((key, atom) -> tell(action, uuid, atom, target));
                        }
                    }));
        }
    }

    private static void tell(Reference action, UUID from, Atom to, TableSchema table) {
        UUID uuid = ((Atom.UuidAtom) to).value();
        if (!uuid.equals(from)) {
            action.is(from, uuid, table);
        }
    }

    private boolean removeGarbage() {
        Map<UUID, Integer> counts = counts();
        boolean removed = false;
        for (TableSchema table : schema.tables()) {
            removed |= !table.isRoot() && rows(table).keySet().removeIf(uuid -> !counts.containsKey(uuid));
        }
        return removed;
    }

    private boolean removeWeak() {
        boolean allowed = true;
        for (TableSchema table : schema.tables()) {
            for (Map<String, Datum> row : rows(table).values()) {
                for (ColumnSchema column : table.columns()) {
                    Datum kept = withoutDangling(column, row.get(column.name()));
                    allowed &= kept.size() >= column.type().min();
                    row.put(column.name(), kept);
                }
            }
        }
        return allowed;
    }

    private Datum withoutDangling(ColumnSchema column, Datum value) {
        List<Atom> gone = new ArrayList<>();
        BaseType key = column.type().key();
        if (key.isWeakReference()) {
            value.atoms().stream().filter(atom -> isDangling(key, atom)).forEach(gone::add);
        }
        if (value instanceof MapDatum map && column.type().requireValue().isWeakReference()) {
            map.forEach((element, atom) -> {
                if (isDangling(column.type().requireValue(), atom)) {
                    gone.add(element);
                }
            });
        }
        SetDatum elements = Datum.set(gone);
        return value instanceof MapDatum map
                ? map.remove(elements).after()
                : ((SetDatum) value).minus(elements).after();
    }

    private boolean isDangling(BaseType type, Atom atom) {
        TableSchema target = schema.requireTable(type.refTable().orElseThrow());
        return !rows(target).containsKey(((Atom.UuidAtom) atom).value());
    }

    private boolean isUnique() {
        for (TableSchema table : schema.tables()) {
            for (List<String> index : table.indexes()) {
                Set<List<Datum>> keys = new HashSet<>();
                for (Map<String, Datum> row : rows(table).values()) {
                    if (!keys.add(index.stream().map(row::get).toList())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    long atoms() {
        long[] atoms = new long[1];
        tables.values()
                .forEach(rows -> rows.values().forEach(row -> {
                    atoms[0] += 2;
                    row.values().forEach(value -> atoms[0] += value.size() * (value instanceof MapDatum ? 2L : 1L));
                }));
        return atoms[0];
    }
}
