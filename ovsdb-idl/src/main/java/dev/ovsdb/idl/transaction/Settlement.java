package dev.ovsdb.idl.transaction;

/** What became of a transaction whose answer was lost. */
public enum Settlement {
    /** It was committed. */
    COMMITTED,
    /** It was not committed. With a {@link Mark.Tag} it never will be; with a {@link Mark.InsertedRow} it may be repeated. */
    NOT_COMMITTED,
    /** Nobody can tell: the row that had the tag is not there. */
    LOST
}
