package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.json.JsonWriter;
import java.util.List;
import java.util.UUID;

/** What one operation of a transaction came to. */
public sealed interface OperationResult
        permits OperationResult.Inserted,
                OperationResult.Count,
                OperationResult.Rows,
                OperationResult.Streamed,
                OperationResult.Done,
                OperationResult.NotExecuted,
                OperationError {
    /** An insert made this row. */
    record Inserted(UUID uuid) implements OperationResult {
        @Override
        public void write(JsonWriter writer) {
            writer.beginObject()
                    .name("uuid")
                    .beginArray()
                    .value("uuid")
                    .value(uuid)
                    .endArray()
                    .endObject();
        }
    }

    /** An update, mutate or delete met so many rows, changed or not. */
    record Count(long count) implements OperationResult {
        @Override
        public void write(JsonWriter writer) {
            writer.beginObject().name("count").value(count).endObject();
        }
    }

    /** A select found these rows. */
    record Rows(List<Row> rows) implements OperationResult {
        public Rows {
            rows = List.copyOf(rows);
        }

        @Override
        public void write(JsonWriter writer) {
            writer.beginObject().name("rows").beginArray();
            for (Row row : rows) {
                row.write(writer);
            }
            writer.endArray().endObject();
        }
    }

    /** A select found so many rows, which went to a {@link SelectedRowSink} instead of being kept. */
    record Streamed(long rows) implements OperationResult {
        /** @throws UnsupportedOperationException always: the rows are not here */
        @Override
        public void write(JsonWriter writer) {
            throw new UnsupportedOperationException(
                    "the " + rows + " selected rows went to a sink; they were not kept");
        }
    }

    /** A wait, commit, comment or assert passed. */
    record Done() implements OperationResult {
        @Override
        public void write(JsonWriter writer) {
            writer.beginObject().endObject();
        }
    }

    /** An operation before it failed, so that this one never ran. */
    record NotExecuted() implements OperationResult {
        @Override
        public void write(JsonWriter writer) {
            writer.nullValue();
        }
    }

    /** Writes the result as it stands in a transact reply. */
    void write(JsonWriter writer);
}
