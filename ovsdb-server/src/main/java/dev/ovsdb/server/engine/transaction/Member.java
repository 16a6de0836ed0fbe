package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.protocol.json.NameTable;
import dev.ovsdb.server.check.Members.Type;
import java.util.Arrays;
import java.util.Locale;

/** The members that operations have, with the JSON type of each. */
enum Member {
    OP(Type.ID, false),
    TABLE(Type.ID, false),
    ROW(Type.OBJECT, true),
    ROWS(Type.ARRAY, true),
    WHERE(Type.ARRAY, true),
    MUTATIONS(Type.ARRAY, true),
    COLUMNS(Type.ARRAY, true),
    SORT(Type.ARRAY, true),
    UUID(Type.STRING, false),
    UUID_NAME(Type.ID, false),
    TIMEOUT(Type.INTEGER, false),
    UNTIL(Type.STRING, false),
    DURABLE(Type.BOOLEAN, false),
    COMMENT(Type.STRING, false),
    LOCK(Type.ID, false);

    static final NameTable NAMES =
            NameTable.of(Arrays.stream(values()).map(Member::text).toArray(String[]::new));
    private static final Member[] VALUES = values();

    final Type type;

    /** Whether how it reads depends on the table. */
    final boolean needsTable;

    Member(Type type, boolean needsTable) {
        this.type = type;
        this.needsTable = needsTable;
    }

    static Member at(int index) {
        return VALUES[index];
    }

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int bit() {
        return 1 << ordinal();
    }
}
