package dev.ovsdb.cli.table;

import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.server.text.JsonPrinter;

/** What stands in one row and column: a text, a value of a column, or nothing. */
public sealed interface Cell {
    /** Nothing: prints as an empty text, and as null in JSON. */
    Cell EMPTY = new Empty();

    /** The cell as text, in every format but JSON. */
    String text(DataFormat format);

    /** Prints the cell into a table in JSON, where the data format does not matter. */
    void print(JsonPrinter out);

    /** A text that is never formatted. */
    static Cell text(String text) {
        return new Text(text);
    }

    /** JSON that is no column's value: its text is always JSON. */
    static Cell json(JsonValue value) {
        return new Json(value);
    }

    static Cell datum(Datum value, ColumnType type) {
        return new Value(value, type);
    }

    /** A value as it came, which may be a difference that is no value of the column: then its text is the JSON that came. */
    static Cell wire(byte[] json, ColumnType type) {
        return new Wire(json, type);
    }

    /** See {@link Cell#EMPTY}. */
    record Empty() implements Cell {
        @Override
        public String text(DataFormat format) {
            return "";
        }

        @Override
        public void print(JsonPrinter out) {
            out.value(JsonValue.ofNull());
        }
    }

    /** See {@link Cell#text(String)}. */
    record Text(String text) implements Cell {
        @Override
        public String text(DataFormat format) {
            return text;
        }

        @Override
        public void print(JsonPrinter out) {
            out.value(new JsonString(text));
        }
    }

    /** See {@link Cell#json(JsonValue)}. */
    record Json(JsonValue json) implements Cell {
        @Override
        public String text(DataFormat format) {
            return JsonPrinter.sorted(json);
        }

        @Override
        public void print(JsonPrinter out) {
            out.value(json);
        }
    }

    /** See {@link Cell#datum}. */
    record Value(Datum value, ColumnType type) implements Cell {
        @Override
        public String text(DataFormat format) {
            return format.text(value, type);
        }

        @Override
        public void print(JsonPrinter out) {
            DatumJson.print(value, out);
        }
    }

    /** See {@link Cell#wire}. */
    final class Wire implements Cell {
        private final byte[] utf8;
        private final ColumnType type;

        private Wire(byte[] utf8, ColumnType type) {
            this.utf8 = utf8;
            this.type = type;
        }

        @Override
        public String text(DataFormat format) {
            if (format == DataFormat.JSON) {
                return asCame();
            }
            try {
                return format.text(Datum.read(JsonReader.of(utf8), type), type);
            } catch (InvalidDatumException e) {
                return asCame();
            }
        }

        private String asCame() {
            return JsonPrinter.sorted(JsonValue.parse(utf8)); // Numbers become canonical.
        }

        @Override
        public void print(JsonPrinter out) {
            out.value(JsonValue.parse(utf8));
        }
    }
}
