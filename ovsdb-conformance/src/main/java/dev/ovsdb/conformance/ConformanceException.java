package dev.ovsdb.conformance;

/** The kit could not do its work: nobody was there to be judged, or what was asked for does not exist. */
public final class ConformanceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConformanceException(String message) {
        super(message);
    }

    public ConformanceException(String message, Throwable cause) {
        super(message, cause);
    }
}
