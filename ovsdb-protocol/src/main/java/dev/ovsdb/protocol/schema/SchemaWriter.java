package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prints schemas as the reference server does: what is the default is left out. The server's order of members is that of its
 * hash tables; its client and its tools sort them by name, and so do we.
 */
final class SchemaWriter {
    private SchemaWriter() {}

    static void write(DatabaseSchema schema, JsonWriter out) {
        out.beginObject();
        schema.cksum().ifPresent(cksum -> out.name("cksum").value(cksum));
        out.name("name").value(schema.name());
        out.name("tables").beginObject();
        boolean allRoot = schema.tables().stream().allMatch(TableSchema::isRoot);
        for (TableSchema table : sorted(schema.tables(), TableSchema::name)) {
            write(table, !allRoot && table.isRoot(), out.name(table.name()));
        }
        out.endObject();
        schema.version().ifPresent(version -> out.name("version").value(version.text()));
        out.endObject();
    }

    private static void write(TableSchema table, boolean sayRoot, JsonWriter out) {
        out.beginObject().name("columns").beginObject();
        for (ColumnSchema column : sorted(table.columns(), ColumnSchema::name)) {
            write(column, out.name(column.name()));
        }
        out.endObject();
        if (!table.indexes().isEmpty()) {
            indexes(table, out.name("indexes"));
        }
        if (sayRoot) {
            out.name("isRoot").value(true);
        }
        if (table.maxRows() != TableSchema.UNLIMITED_ROWS) {
            out.name("maxRows").value(table.maxRows());
        }
        out.endObject();
    }

    static void indexes(TableSchema table, JsonWriter out) {
        out.beginArray();
        for (List<String> index : table.indexes()) {
            out.beginArray();
            index.forEach(out::value);
            out.endArray();
        }
        out.endArray();
    }

    private static void write(ColumnSchema column, JsonWriter out) {
        out.beginObject();
        if (column.ephemeral()) {
            out.name("ephemeral").value(true);
        }
        if (!column.mutable()) {
            out.name("mutable").value(false);
        }
        write(column.type(), out.name("type"));
        out.endObject();
    }

    private static void write(ColumnType type, JsonWriter out) {
        if (type.isScalar() && type.key().isUnconstrained()) {
            out.value(type.key().type().wireName());
            return;
        }
        out.beginObject();
        write(type.key(), out.name("key"));
        if (type.max() == ColumnType.UNLIMITED) {
            out.name("max").value("unlimited");
        } else if (type.max() != 1) {
            out.name("max").value(type.max());
        }
        if (type.min() != 1) {
            out.name("min").value(type.min());
        }
        type.value().ifPresent(value -> write(value, out.name("value")));
        out.endObject();
    }

    private static void write(BaseType type, JsonWriter out) {
        if (type.isUnconstrained()) {
            out.value(type.type().wireName());
            return;
        }
        out.beginObject();
        type.enumeration().ifPresent(values -> values.write(out.name("enum")));
        limit("max", type.maximum(), out);
        if (type.maxLength() != BaseTypeBuilder.UNLIMITED_LENGTH) {
            out.name("maxLength").value(type.maxLength());
        }
        limit("min", type.minimum(), out);
        if (type.minLength() != 0) {
            out.name("minLength").value(type.minLength());
        }
        type.refTable().ifPresent(table -> out.name("refTable").value(table));
        if (type.isWeakReference()) {
            out.name("refType").value(type.refType().wireName());
        }
        out.name("type").value(type.type().wireName()).endObject();
    }

    private static void limit(String side, @Nullable Atom limit, JsonWriter out) {
        if (limit != null) {
            limit.write(out.name(side + (limit instanceof Atom.IntegerAtom ? "Integer" : "Real")));
        }
    }

    static String text(BaseType type) {
        return text(out -> write(type, out));
    }

    static String text(ColumnType type) {
        return text(out -> write(type, out));
    }

    static String text(Consumer<JsonWriter> write) {
        JsonWriter out = new JsonWriter();
        write.accept(out);
        return out.toString();
    }

    private static <T> List<T> sorted(Collection<T> all, Function<T, String> name) {
        return all.stream().sorted(Comparator.comparing(name)).toList();
    }
}
