package dev.ovsdb.protocol;

/** What a peer sent names a table or column that the schema does not have, where that was not to be tolerated. */
public final class UnknownNameException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /** @param kind {@code table} or {@code column} */
    public UnknownNameException(String kind, String name) {
        super("received " + kind + " " + name + ", which the schema does not have");
        this.name = name;
    }

    /** The table, or table and column with a dot between. */
    public String name() {
        return name;
    }
}
