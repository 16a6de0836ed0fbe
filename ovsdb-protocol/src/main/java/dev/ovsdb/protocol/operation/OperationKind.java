package dev.ovsdb.protocol.operation;

import static dev.ovsdb.protocol.operation.Member.COLUMNS;
import static dev.ovsdb.protocol.operation.Member.DURABLE;
import static dev.ovsdb.protocol.operation.Member.LOCK;
import static dev.ovsdb.protocol.operation.Member.MUTATIONS;
import static dev.ovsdb.protocol.operation.Member.OP;
import static dev.ovsdb.protocol.operation.Member.ROW;
import static dev.ovsdb.protocol.operation.Member.ROWS;
import static dev.ovsdb.protocol.operation.Member.SORT;
import static dev.ovsdb.protocol.operation.Member.TABLE;
import static dev.ovsdb.protocol.operation.Member.TIMEOUT;
import static dev.ovsdb.protocol.operation.Member.UNTIL;
import static dev.ovsdb.protocol.operation.Member.UUID_NAME;
import static dev.ovsdb.protocol.operation.Member.WHERE;

/** The operations there are, and which members each must and may have. */
enum OperationKind {
    INSERT("insert", bits(TABLE, ROW), bits(Member.UUID, UUID_NAME)),
    SELECT("select", bits(TABLE, WHERE), bits(COLUMNS, SORT)),
    UPDATE("update", bits(TABLE, WHERE, ROW), 0),
    MUTATE("mutate", bits(TABLE, WHERE, MUTATIONS), 0),
    DELETE("delete", bits(TABLE, WHERE), 0),
    WAIT("wait", bits(TABLE, WHERE, UNTIL, ROWS), bits(TIMEOUT, COLUMNS)),
    COMMIT("commit", bits(DURABLE), 0),
    ABORT("abort", 0, 0),
    COMMENT("comment", bits(Member.COMMENT), 0),
    ASSERT("assert", bits(LOCK), 0);

    private static final OperationKind[] VALUES = values();

    final int required;
    final int allowed;
    private final String op;

    OperationKind(String op, int required, int optional) {
        this.op = op;
        this.required = required;
        this.allowed = required | optional | OP.bit();
    }

    static OperationKind of(String op) {
        for (OperationKind kind : VALUES) {
            if (kind.op.equals(op)) {
                return kind;
            }
        }
        throw InvalidOperationException.syntax("No operation " + Quote.of(op));
    }

    private static int bits(Member... members) {
        int bits = 0;
        for (Member member : members) {
            bits |= member.bit();
        }
        return bits;
    }
}
