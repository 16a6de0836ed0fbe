package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;

/**
 * A column of a table (RFC 7047's {@code <column-schema>}).
 *
 * @param table the table it belongs to, for messages; the implicit columns say {@code *}
 * @param name its name
 * @param type what it may hold
 * @param ephemeral whether its values need not survive a restart
 * @param mutable whether its values may change once the row exists; always so for weak references, which the server removes
 */
public record ColumnSchema(String table, String name, ColumnType type, boolean ephemeral, boolean mutable) {
    public ColumnSchema {
        boolean weak = type.key().isWeakReference()
                || type.value().map(BaseType::isWeakReference).orElse(false);
        mutable = mutable || weak;
    }

    /** Each row's identity, which every table has without saying so. */
    public static final ColumnSchema UUID = implicit("_uuid");

    /** Each row's version, which every table has without saying so. */
    public static final ColumnSchema VERSION = implicit("_version");

    private static ColumnSchema implicit(String name) {
        return new ColumnSchema("*", name, ColumnType.scalar(AtomicType.UUID), false, false);
    }

    /** A column that is kept and may change. */
    public static ColumnSchema of(String table, String name, ColumnType type) {
        return new ColumnSchema(table, name, type, false, true);
    }

    /** What the column holds in a row whose insert left it out. */
    public Datum defaultDatum() {
        return type.defaultDatum();
    }

    /**
     * Checks that the column may hold a value: type, number of elements, enumeration, range, length. An integer is accepted
     * as a real, and a named UUID as any UUID.
     *
     * @throws ConstraintException if it may not; names table, column, rule and value
     */
    public void check(Datum value) {
        ColumnRules.check(this, value);
    }

    // Written out, as with the types of columns: what a record's own methods are linked with at run time costs each
    // start.

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnSchema that
                && table.equals(that.table)
                && name.equals(that.name)
                && type.equals(that.type)
                && ephemeral == that.ephemeral
                && mutable == that.mutable;
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + name.hashCode();
    }
}
