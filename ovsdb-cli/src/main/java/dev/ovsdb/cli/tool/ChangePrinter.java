package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ConstraintException;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import dev.ovsdb.server.text.DatumText;
import dev.ovsdb.server.text.HashOrder;
import dev.ovsdb.server.text.JsonPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints transaction records for people: date and comment and, when asked for, rows and their columns. */
final class ChangePrinter {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern(" yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT = 8; // So much of a UUID is printed.

    private final Output out;
    private final int more;
    private final Map<String, String> names = new HashMap<>(); // What rows are called, by UUID; looked up only.
    private @Nullable DatabaseSchema schema;

    ChangePrinter(Output out, int more) {
        this.out = out;
        this.more = more;
    }

    /** The schema of the records that follow. */
    void use(DatabaseSchema of) {
        schema = of;
    }

    void print(JsonObject record) {
        if (record.members().get("_date") instanceof JsonInteger date) {
            long time = date.value() < Integer.MAX_VALUE ? date.value() * 1000 : date.value(); // Once it was seconds.
            out.print(DATE.format(Instant.ofEpochMilli(time)));
        }
        if (record.members().get("_comment") instanceof JsonString comment) {
            out.print(" \"" + comment.value() + "\"");
        }
        if (more > 0) {
            tables(record);
        }
    }

    private void tables(JsonObject record) {
        boolean diff = record.get("_is_diff").equals(Optional.of(JsonBoolean.TRUE));
        boolean first = true;
        for (String name : hashed(record)) {
            if (!name.startsWith("_") && record.members().get(name) instanceof JsonObject rows) {
                if (first) {
                    out.line("");
                }
                first = false;
                rows(name, rows, diff);
            }
        }
    }

    private void rows(String table, JsonObject rows, boolean diff) {
        TableSchema tableSchema = schema == null ? null : schema.table(table).orElse(null);
        for (String uuid : hashed(rows)) {
            row(table, tableSchema, uuid, rows.get(uuid).orElseThrow(), diff);
        }
    }

    private void row(String table, @Nullable TableSchema schemaOf, String uuid, JsonValue columns, boolean diff) {
        String shortUuid = uuid.length() > SHORT ? uuid.substring(0, SHORT) : uuid;
        String oldName = names.get(uuid);
        String newName = columns instanceof JsonObject object
                ? object.get("name").map(JsonPrinter::sorted).orElse(null)
                : null;
        out.print("  table " + table);
        if (oldName != null) {
            out.line(" row " + oldName + " (" + shortUuid + ")" + (diff ? " diff:" : ":"));
        } else {
            out.line(
                    newName == null
                            ? " insert row " + shortUuid + ":"
                            : " insert row " + newName + " (" + shortUuid + "):");
        }
        if (columns instanceof JsonObject object) {
            columns(schemaOf, object, diff && oldName != null);
            names.put(uuid, newName != null ? newName : oldName != null ? oldName : shortUuid);
        } else if (columns.isNull()) {
            out.line("    delete row");
            names.remove(uuid);
        }
    }

    private void columns(@Nullable TableSchema table, JsonObject columns, boolean diff) {
        if (more < 2) {
            return;
        }
        for (String column : hashed(columns)) {
            JsonValue value = columns.get(column).orElseThrow();
            ColumnSchema known = table == null ? null : table.column(column).orElse(null);
            String text = known == null ? null : text(known, value, diff);
            out.line("    " + column + "=" + (text == null ? JsonPrinter.sorted(value) : text));
        }
    }

    /** The value as its column's type has it; null if it is none. */
    private static @Nullable String text(ColumnSchema column, JsonValue value, boolean diff) {
        JsonReader in = JsonReader.of(value.toString().getBytes(StandardCharsets.UTF_8));
        try {
            Datum datum = diff ? Datum.readDiff(in, column.type()) : Datum.read(in, column.type());
            if (!diff) {
                column.check(datum);
            }
            return DatumText.string(datum, column.type());
        } catch (InvalidDatumException | JsonSyntaxException | ConstraintException e) {
            return null;
        }
    }

    private static List<String> hashed(JsonObject object) {
        return HashOrder.of(object.members().keySet());
    }
}
