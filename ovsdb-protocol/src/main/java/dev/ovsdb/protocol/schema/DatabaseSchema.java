package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a database may hold (RFC 7047's {@code <database-schema>}). Immutable; a changed schema is another instance. */
public final class DatabaseSchema {
    private final String name;
    private final @Nullable SchemaVersion version;
    private final @Nullable String cksum;
    private final Map<String, TableSchema> tables; // In declaration order; Map.copyOf would shuffle it between runs.

    DatabaseSchema(
            String name, @Nullable SchemaVersion version, @Nullable String cksum, Map<String, TableSchema> tables) {
        this.name = name;
        this.version = version;
        this.cksum = cksum;
        this.tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
    }

    /**
     * Parses a schema's JSON text, as in an {@code .ovsschema} file or a reply to {@code get_schema}.
     *
     * @throws SchemaException if it is JSON but no valid schema; names the place
     * @throws dev.ovsdb.protocol.json.JsonSyntaxException if it is not JSON
     */
    public static DatabaseSchema parse(byte[] json) {
        JsonReader in = JsonReader.of(json);
        DatabaseSchema schema = read(in);
        in.end();
        return schema;
    }

    /** As {@link #parse(byte[])}. */
    public static DatabaseSchema parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #parse(byte[])}, of a file. */
    public static DatabaseSchema parse(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /** Reads a schema from a text that goes on behind it; fails as {@link #parse(byte[])}. */
    public static DatabaseSchema read(JsonReader in) {
        return SchemaParser.parse(in);
    }

    public String name() {
        return name;
    }

    /** The version. RFC 7047 wants one; the reference server does not insist. */
    public Optional<SchemaVersion> version() {
        return Optional.ofNullable(version);
    }

    /** The checksum that the schema carries, as text; nobody vouches that it is right: see {@link SchemaChecksum}. */
    public Optional<String> cksum() {
        return Optional.ofNullable(cksum);
    }

    /** The tables in declaration order. */
    public List<TableSchema> tables() {
        return List.copyOf(tables.values());
    }

    public Optional<TableSchema> table(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /** @throws UnknownTableException if there is no such table; says which exist */
    public TableSchema requireTable(String table) {
        return table(table).orElseThrow(() -> new UnknownTableException(name, table, tables.keySet()));
    }

    /**
     * The part of this schema that a program uses: these tables with these columns, an empty collection meaning all of a
     * table's columns. References to tables left out become plain UUIDs; indexes with columns left out go; tables keep
     * their order, and whether they are root.
     *
     * @throws UnknownTableException if there is no such table
     * @throws UnknownColumnException if a table has no such column
     */
    public DatabaseSchema subset(Map<String, ? extends Collection<String>> columnsByTable) {
        return SchemaSubset.of(this, columnsByTable);
    }

    /** How the other schema differs from this one. */
    public SchemaComparison compare(DatabaseSchema other) {
        return SchemaComparison.of(this, other);
    }

    /** Writes the schema as the reference server prints it: defaults left out, members sorted by name. */
    public void write(JsonWriter out) {
        SchemaWriter.write(this, out);
    }

    /** The text that {@link #write} makes. */
    public String toJson() {
        JsonWriter out = new JsonWriter();
        write(out);
        return out.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DatabaseSchema that
                && name.equals(that.name)
                && version().equals(that.version())
                && cksum().equals(that.cksum())
                && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + tables.hashCode();
    }

    @Override
    public String toString() {
        return "schema " + name + version().map(v -> " " + v).orElse("") + " of " + tables.size() + " tables";
    }
}
