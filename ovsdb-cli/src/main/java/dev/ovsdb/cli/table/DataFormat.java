package dev.ovsdb.cli.table;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.text.DatumText;
import java.util.Locale;
import java.util.Optional;

/** How a value of a column becomes text: {@code --data}. */
public enum DataFormat {
    /** For people, and understood again by {@code ovs-vsctl}: strings are quoted where they need to be. */
    STRING {
        @Override
        public String text(Datum value, ColumnType type) {
            return DatumText.string(value, type);
        }
    },
    /** For scripts: no quotes, no brackets. */
    BARE {
        @Override
        public String text(Datum value, ColumnType type) {
            return DatumText.bare(value);
        }
    },
    /** As on the wire. */
    JSON {
        @Override
        public String text(Datum value, ColumnType type) {
            JsonWriter out = new JsonWriter();
            value.write(out);
            return out.toString();
        }
    };

    public abstract String text(Datum value, ColumnType type);

    public static Optional<DataFormat> named(String name) {
        return FormatNames.find(values(), name);
    }

    /** The name on a command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
