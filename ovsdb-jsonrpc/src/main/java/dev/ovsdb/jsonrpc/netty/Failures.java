package dev.ovsdb.jsonrpc.netty;

import java.io.UncheckedIOException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Failures of futures. */
final class Failures {
    private static final int MAX_CHARS = 300;

    private Failures() {}

    /** What a dependent stage, or a task that may not throw it, wrapped. */
    static Throwable unwrap(@Nullable Throwable failure) {
        if (failure == null) return new IllegalStateException("neither result nor failure");
        boolean wrapper = failure instanceof CompletionException || failure instanceof UncheckedIOException;
        return wrapper && failure.getCause() != null ? unwrap(failure.getCause()) : failure;
    }

    /** What it says, cut: Netty's says every byte of what was no TLS record. */
    static String brief(Throwable failure) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS) + "...";
    }
}
