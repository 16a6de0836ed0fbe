package dev.ovsdb.codegen.schema;

import dev.ovsdb.codegen.CodegenException;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaVersion;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the versions of a schema have, the oldest first, whatever the order in which they were given: a table or a column that a
 * later version adds changes nothing of what was there before. Immutable.
 */
public final class SchemaUnion {
    private final List<String> versions;
    private final DatabaseSchema schema;
    private final Map<String, List<String>> presence;

    private SchemaUnion(List<String> versions, DatabaseSchema schema, Map<String, List<String>> presence) {
        this.versions = List.copyOf(versions);
        this.schema = schema;
        this.presence = presence;
    }

    /**
     * One version.
     *
     * @param file where it was read from
     */
    public record Version(String file, DatabaseSchema schema) {
        String label() {
            return schema.version().map(SchemaVersion::text).orElse("without a version");
        }
    }

    /**
     * The union of versions, at least one.
     *
     * @throws CodegenException if they are of different databases, or a column has values that no type can have together
     */
    public static SchemaUnion of(List<Version> given) {
        List<Version> versions = new ArrayList<>(given);
        versions.sort(SchemaUnion::byAge);
        Map<String, TableUnion> tables = new LinkedHashMap<>();
        Map<String, List<String>> presence = new LinkedHashMap<>();
        String name = versions.get(0).schema().name();
        for (Version version : versions) {
            if (!version.schema().name().equals(name)) {
                throw new CodegenException(
                        version.file(),
                        "name",
                        "expected a version of " + name + ", found "
                                + version.schema().name());
            }
            for (TableSchema table : version.schema().tables()) {
                add(presence, table.name(), version);
                table.columns().forEach(column -> add(presence, table.name() + "." + column.name(), version));
                tables.computeIfAbsent(table.name(), TableUnion::new).add(version, table);
            }
        }
        return new SchemaUnion(versions.stream().map(Version::label).toList(), schema(versions, tables), presence);
    }

    private static int byAge(Version one, Version other) {
        SchemaVersion mine = one.schema().version().orElse(null);
        SchemaVersion others = other.schema().version().orElse(null);
        if (mine == null || others == null) {
            return Boolean.compare(mine != null, others != null);
        }
        return mine.compareTo(others);
    }

    private static void add(Map<String, List<String>> presence, String what, Version version) {
        presence.computeIfAbsent(what, name -> new ArrayList<>()).add(version.label());
    }

    private static DatabaseSchema schema(List<Version> versions, Map<String, TableUnion> tables) {
        DatabaseSchema newest = versions.get(versions.size() - 1).schema();
        return DatabaseSchema.parse(UnionJson.of(newest, tables.values()));
    }

    /** The versions, the oldest first. */
    public List<String> versions() {
        return versions;
    }

    /** One schema that has it all. */
    public DatabaseSchema schema() {
        return schema;
    }

    /** The versions that have a table; empty if all have it. */
    public List<String> onlyIn(TableSchema table) {
        return onlyIn(table.name());
    }

    /** The versions that have a column; empty if all have it that have its table. */
    public List<String> onlyIn(ColumnSchema column) {
        List<String> those = presence.getOrDefault(column.table() + "." + column.name(), versions);
        return those.size() == presence.getOrDefault(column.table(), versions).size() ? List.of() : those;
    }

    private List<String> onlyIn(String what) {
        List<String> those = presence.getOrDefault(what, versions);
        return those.size() == versions.size() ? List.of() : Collections.unmodifiableList(those);
    }

    /** A table as the versions have it that were looked at so far. */
    static final class TableUnion {
        final String name;
        final Map<String, ColumnSchema> columns = new LinkedHashMap<>();
        final List<List<String>> indexes = new ArrayList<>();
        boolean root;
        long maxRows;
        private boolean begun;

        TableUnion(String name) {
            this.name = name;
        }

        private void add(Version version, TableSchema table) {
            if (begun) {
                indexes.retainAll(table.indexes());
            } else {
                indexes.addAll(table.indexes());
            }
            begun = true;
            root |= table.isRoot();
            maxRows = Math.max(maxRows, table.maxRows());
            for (ColumnSchema column : table.columns()) {
                columns.merge(column.name(), column, (before, next) -> both(version, before, next));
            }
        }

        private ColumnSchema both(Version version, ColumnSchema before, ColumnSchema next) {
            ColumnType type = TypeUnion.of(before.type(), next.type())
                    .orElseThrow(() -> new CodegenException(
                            version.file(),
                            "tables." + name + ".columns." + next.name() + ".type",
                            "the type " + next.type() + " and that of an older version, " + before.type()
                                    + ", have no values in common"));
            return new ColumnSchema(
                    name,
                    next.name(),
                    type,
                    before.ephemeral() && next.ephemeral(),
                    before.mutable() || next.mutable());
        }
    }
}
