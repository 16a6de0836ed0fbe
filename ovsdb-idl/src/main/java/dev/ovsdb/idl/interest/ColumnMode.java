package dev.ovsdb.idl.interest;

/** What a replica does with a column. */
public enum ColumnMode {
    /** Held, and its changes are told. */
    MONITORED,
    /** Held, but a change of nothing else is told to nobody: no event, no new sequence number. */
    SILENT,
    /** Not held: only written by transactions. */
    WRITE_ONLY
}
