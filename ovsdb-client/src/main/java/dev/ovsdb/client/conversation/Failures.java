package dev.ovsdb.client.conversation;

import java.util.concurrent.CompletionException;

/** What stages of futures do to exceptions, undone. */
public final class Failures {
    private Failures() {}

    /** What made a future fail, without the wrapping of stages. */
    public static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
