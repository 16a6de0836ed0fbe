package dev.ovsdb.idl.transaction;

/** A transaction ended otherwise than its caller required. */
public final class UnsuccessfulTransactionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Ending ending;

    UnsuccessfulTransactionException(Ending ending) {
        super(message(ending), ending instanceof Ending.Unknown unknown ? unknown.cause() : null);
        this.ending = ending;
    }

    private static String message(Ending ending) {
        if (ending instanceof Ending.Failed failed) {
            String place = failed.column().map(column -> "." + column).orElse("");
            return "transaction failed"
                    + failed.table().map(table -> " at " + table + place).orElse("") + ": "
                    + failed.error().describe();
        }
        return "transaction ended as " + ending;
    }

    /** How it ended. */
    public Ending ending() {
        return ending;
    }
}
