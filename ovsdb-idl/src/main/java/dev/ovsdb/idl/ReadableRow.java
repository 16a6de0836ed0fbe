package dev.ovsdb.idl;

import dev.ovsdb.idl.transaction.WritableRow;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a replica and a row in a transaction have in common, so that what reads rows can read both. References lead to rows
 * of the same kind.
 */
public sealed interface ReadableRow permits IdlRow, WritableRow {
    UUID uuid();

    /** The name of its table. */
    String table();

    /**
     * A column's value.
     *
     * @throws NoSuchElementException if the column is not held
     */
    Datum get(String column);

    /**
     * The row that a column refers to, if it does and the row is there.
     *
     * @throws IllegalStateException if the column holds several references
     */
    Optional<? extends ReadableRow> reference(String column);

    /**
     * The rows that a column refers to, those aside that are not there; of a map, its keys.
     *
     * @throws IllegalArgumentException if the column holds no references
     */
    List<? extends ReadableRow> references(String column);

    /**
     * The row of this UUID, if a column refers to it and it is there, and null otherwise; of a map, its keys count.
     *
     * @throws IllegalArgumentException if the column holds no references
     */
    @Nullable
    ReadableRow findReference(String column, UUID uuid);

    /**
     * The row that a map refers to under a key, or null if there is none or it is not there.
     *
     * @throws IllegalArgumentException if the column is no map with references as values
     */
    @Nullable
    ReadableRow findReferenceByKey(String column, Atom key);
}
