package dev.ovsdb.protocol.operation;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.json.NameTable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The members that operations have, with the JSON type of each. */
enum Member {
    OP("op", JsonToken.STRING),
    TABLE("table", JsonToken.STRING),
    ROW("row", JsonToken.BEGIN_OBJECT),
    ROWS("rows", JsonToken.BEGIN_ARRAY),
    WHERE("where", JsonToken.BEGIN_ARRAY),
    MUTATIONS("mutations", JsonToken.BEGIN_ARRAY),
    COLUMNS("columns", JsonToken.BEGIN_ARRAY),
    SORT("sort", JsonToken.BEGIN_ARRAY),
    UUID("uuid", JsonToken.STRING),
    UUID_NAME("uuid-name", JsonToken.STRING),
    TIMEOUT("timeout", JsonToken.NUMBER),
    UNTIL("until", JsonToken.STRING),
    DURABLE("durable", JsonToken.TRUE),
    COMMENT("comment", JsonToken.STRING),
    LOCK("lock", JsonToken.STRING);

    private static final Member[] VALUES = values();
    private static final NameTable NAMES =
            NameTable.of(Arrays.stream(VALUES).map(member -> member.text).toArray(String[]::new));

    final String text;
    private final JsonToken token;

    Member(String text, JsonToken token) {
        this.text = text;
        this.token = token;
    }

    /** Reads a member's name; null if no operation has such a member. */
    static @Nullable Member next(JsonReader reader) {
        int index = reader.nextNameIn(NAMES);
        return index < 0 ? null : VALUES[index];
    }

    int bit() {
        return 1 << ordinal();
    }

    /** Whether the table's columns say how this is read. */
    boolean dependsOnTable() {
        return this == ROW || this == ROWS || this == WHERE || this == MUTATIONS;
    }

    void requireToken(JsonReader reader) {
        JsonToken found = reader.peek();
        if (found != token && !(token == JsonToken.TRUE && found == JsonToken.FALSE)) {
            throw mismatch();
        }
    }

    InvalidOperationException mismatch() {
        return InvalidOperationException.syntax("Type mismatch for member '" + text + "'.");
    }
}
