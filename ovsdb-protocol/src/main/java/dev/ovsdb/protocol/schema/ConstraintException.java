package dev.ovsdb.protocol.schema;

import dev.ovsdb.protocol.Datum;

/** A value breaks a rule of its column. */
public final class ConstraintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final String column;
    private final String rule;
    private final transient Datum value;

    ConstraintException(ColumnSchema column, String rule, Datum value) {
        super(column.table() + "." + column.name() + ": " + rule + "; the value was " + value);
        this.table = column.table();
        this.column = column.name();
        this.rule = rule;
        this.value = value;
    }

    public String table() {
        return table;
    }

    public String column() {
        return column;
    }

    /** What was expected, and which part of the value is not so. */
    public String rule() {
        return rule;
    }

    /** The whole value that was checked. */
    public Datum value() {
        return value;
    }
}
