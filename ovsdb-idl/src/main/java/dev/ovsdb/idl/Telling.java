package dev.ovsdb.idl;

import dev.ovsdb.idl.change.ChangeListener;
import dev.ovsdb.idl.change.Changes;
import dev.ovsdb.idl.change.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener and its registration. What the listener throws is logged, and it is told on. */
final class Telling implements Outbox.Receiver, Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final ChangeListener listener;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private Runnable onClose = () -> {};

    Telling(ChangeListener listener) {
        this.listener = listener;
    }

    /** What closing it comes to; set before anybody has it. */
    void onClose(Runnable action) {
        onClose = action;
    }

    @Override
    public void changed(Changes changes) {
        try {
            listener.changed(changes);
        } catch (RuntimeException e) {
            LOG.warn("A listener of a replica failed; it is told on", e);
        }
    }

    @Override
    public void ended(@Nullable Throwable cause) {
        onClose.run();
        if (cause instanceof RejectedExecutionException) {
            LOG.warn("The executor of a replica's listener would not run it; it is told nothing more", cause);
            ended.completeExceptionally(cause);
        } else {
            ended.complete(null);
        }
    }

    @Override
    public void close() {
        onClose.run();
        ended.complete(null);
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended.copy();
    }
}
