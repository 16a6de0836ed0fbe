package dev.ovsdb.server.engine.transaction;

import static dev.ovsdb.server.engine.transaction.Member.COLUMNS;
import static dev.ovsdb.server.engine.transaction.Member.DURABLE;
import static dev.ovsdb.server.engine.transaction.Member.LOCK;
import static dev.ovsdb.server.engine.transaction.Member.MUTATIONS;
import static dev.ovsdb.server.engine.transaction.Member.OP;
import static dev.ovsdb.server.engine.transaction.Member.ROW;
import static dev.ovsdb.server.engine.transaction.Member.ROWS;
import static dev.ovsdb.server.engine.transaction.Member.SORT;
import static dev.ovsdb.server.engine.transaction.Member.TABLE;
import static dev.ovsdb.server.engine.transaction.Member.TIMEOUT;
import static dev.ovsdb.server.engine.transaction.Member.UNTIL;
import static dev.ovsdb.server.engine.transaction.Member.UUID_NAME;
import static dev.ovsdb.server.engine.transaction.Member.WHERE;

import dev.ovsdb.protocol.json.NameTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The operations there are, and the members of each, in the order in which the reference looks for them. */
enum OperationKind {
    INSERT(List.of(TABLE, Member.UUID, UUID_NAME, ROW), List.of(Member.UUID, UUID_NAME)),
    SELECT(List.of(TABLE, WHERE, COLUMNS, SORT), List.of(COLUMNS, SORT)),
    UPDATE(List.of(TABLE, WHERE, ROW), List.of()),
    MUTATE(List.of(TABLE, WHERE, MUTATIONS), List.of()),
    DELETE(List.of(WHERE, TABLE), List.of()),
    WAIT(List.of(TIMEOUT, WHERE, COLUMNS, UNTIL, ROWS, TABLE), List.of(TIMEOUT, COLUMNS)),
    COMMIT(List.of(DURABLE), List.of()),
    ABORT(List.of(), List.of()),
    COMMENT(List.of(Member.COMMENT), List.of()),
    ASSERT(List.of(LOCK), List.of());

    static final NameTable NAMES =
            NameTable.of(Arrays.stream(values()).map(OperationKind::text).toArray(String[]::new));
    private static final OperationKind[] VALUES = values();

    /** Those that it may and those that it must have, {@code op} not among them. */
    final List<Member> members;

    private final List<Member> optional;
    private final int required;
    private final int allowed;

    OperationKind(List<Member> members, List<Member> optional) {
        this.members = members;
        this.optional = optional;
        this.allowed = bits(members) | OP.bit();
        this.required = allowed & ~bits(optional);
    }

    static OperationKind at(int index) {
        return VALUES[index];
    }

    static Optional<OperationKind> named(String op) {
        return Arrays.stream(VALUES).filter(kind -> kind.text().equals(op)).findFirst();
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isOptional(Member member) {
        return optional.contains(member);
    }

    /** Whether these members are just what it needs. */
    boolean fits(int members) {
        return (members & required) == required && (members & ~allowed) == 0;
    }

    private static int bits(List<Member> members) {
        int bits = 0;
        for (Member member : members) {
            bits |= member.bit();
        }
        return bits;
    }
}
