package dev.ovsdb.protocol;

/** What a reader does with tables and columns that the schema it was given does not have: the peer's schema may be newer. */
public enum UnknownNames {
    /** Reads their values as if there were no schema. */
    KEEP,
    /** Goes past them. */
    SKIP,
    /** Throws {@link UnknownNameException}. */
    REFUSE
}
