package dev.ovsdb.protocol.monitor;

import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.UnknownNameException;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How rows in updates are read: by a schema's column types, or by how each value looks. Immutable; made once and used for every
 * message of a monitor.
 */
public final class UpdateSchema {
    /** Without a schema: sets of one are atoms, {@code 1} is an integer, a diff's limits are nobody's business. */
    public static final UpdateSchema NONE = new UpdateSchema(Map.of(), UnknownNames.KEEP);

    private final Map<String, RowFormat> formats;
    private final UnknownNames unknown;

    private UpdateSchema(Map<String, RowFormat> formats, UnknownNames unknown) {
        this.formats = formats;
        this.unknown = unknown;
    }

    /** By this schema; {@code unknown} says what happens to tables and columns that it does not have. */
    public static UpdateSchema of(DatabaseSchema schema, UnknownNames unknown) {
        Map<String, RowFormat> formats = new HashMap<>();
        for (TableSchema table : schema.tables()) {
            formats.put(table.name(), RowFormat.of(table, unknown));
        }
        return new UpdateSchema(formats, unknown);
    }

    /** How rows of a table are read; null if they are not to be read at all. */
    @Nullable
    RowFormat format(String table) {
        RowFormat format = formats.get(table);
        if (format != null) {
            return format;
        }
        return switch (unknown) {
            case KEEP -> RowFormat.UNTYPED;
            case SKIP -> null;
            case REFUSE -> throw new UnknownNameException("table", table);
        };
    }
}
