package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.RowFormat;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The members of one operation's result, as they come, and what they amount to. What a result that is no error holds besides
 * the member that makes it one is not looked at: a later server may say more.
 */
final class ResultMembers {
    private static final NameTable NAMES = NameTable.of("uuid", "count", "rows");
    private static final OperationResult DONE = new OperationResult.Done();
    static final OperationResult NOT_EXECUTED = new OperationResult.NotExecuted();

    private @Nullable OperationResult result;
    private OperationError.@Nullable Members error;
    private boolean empty = true;

    /** Reads the name and value of a member. */
    void readMember(JsonReader reader, RowFormat rows) {
        switch (reader.nextNameIn(NAMES)) {
            case 0 -> uuid(readUuid(reader));
            case 1 -> count(reader.nextLong());
            case 2 -> rows(readRows(reader, rows));
            default -> other(reader, reader.lastString());
        }
    }

    /** Reads the value of a member. */
    void readValue(JsonReader reader, String name, RowFormat rows) {
        switch (name) {
            case "uuid" -> uuid(readUuid(reader));
            case "count" -> count(reader.nextLong());
            case "rows" -> rows(readRows(reader, rows));
            default -> other(reader, name);
        }
    }

    private void uuid(UUID uuid) {
        set(new OperationResult.Inserted(uuid));
    }

    private void count(long count) {
        set(new OperationResult.Count(count));
    }

    private void rows(List<Row> rows) {
        set(new OperationResult.Rows(rows));
    }

    void streamed(long rows) {
        set(new OperationResult.Streamed(rows));
    }

    private void set(OperationResult known) {
        empty = false;
        result = known;
    }

    private void other(JsonReader reader, String name) {
        empty = false;
        if (error == null) {
            error = new OperationError.Members();
        }
        error.read(reader, name);
    }

    /** What the members make; the reader is for a complaint only. */
    OperationResult toResult(JsonReader reader) {
        if (empty) {
            return DONE;
        }
        if (error != null && error.hasError()) {
            return error.toError(reader);
        }
        if (result == null) {
            throw reader.expected("a result with uuid, count, rows or error, or without members, before this place");
        }
        return result;
    }

    private static UUID readUuid(JsonReader reader) {
        reader.beginArray();
        if (reader.peek() != JsonToken.STRING || !reader.nextString().equals("uuid")) {
            throw reader.expected("[\"uuid\", <uuid>]");
        }
        UUID uuid = reader.nextUuid();
        reader.endArray();
        return uuid;
    }

    private static List<Row> readRows(JsonReader reader, RowFormat format) {
        List<Row> rows = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            rows.add(format.read(reader));
        }
        reader.endArray();
        return rows;
    }
}
