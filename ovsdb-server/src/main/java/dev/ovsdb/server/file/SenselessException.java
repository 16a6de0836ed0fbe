package dev.ovsdb.server.file;

/** A record is as it was written, but cannot be applied. */
final class SenselessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SenselessException(String problem) {
        super(problem);
    }
}
