package dev.ovsdb.idl.transaction;

import java.util.Objects;
import java.util.UUID;

/**
 * What a transaction leaves behind, by which one can tell later whether it was committed, when its answer was lost: see {@link
 * Transactor#settle}.
 */
public sealed interface Mark {
    /**
     * A row that the transaction inserts with this UUID. That it is there says that it was committed, as long as nobody deletes it. That
     * it is not there says that it was not committed yet: a request may outlive its connection. To repeat the transaction with the same
     * UUID is safe, since the two exclude each other, the later one with the error {@code duplicate uuid}.
     */
    record InsertedRow(String table, UUID row) implements Mark {
        public InsertedRow {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(row, "row");
        }
    }

    /**
     * A token that the transaction writes into a column by {@link IdlTransaction#mark}. Settling is final: unless it finds the token it
     * writes another one, so that the transaction, which verifies the old one, cannot be committed later.
     *
     * @param row a row that was there before the transaction, and that nobody else writes tokens to
     * @param column of one string, or at most one; held by the replica
     * @param token never used before
     */
    record Tag(String table, UUID row, String column, String token) implements Mark {
        public Tag {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(row, "row");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(token, "token");
        }
    }

    /** The mark of a transaction that inserts this row with this UUID. */
    static Mark.InsertedRow row(String table, UUID row) {
        return new InsertedRow(table, row);
    }

    /** The mark of a transaction that writes this token. */
    static Mark.Tag tag(String table, UUID row, String column, String token) {
        return new Tag(table, row, column, token);
    }
}
