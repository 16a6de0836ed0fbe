package dev.ovsdb.testkit.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A message that is held back until the test releases it; others of its connection overtake it. Thread-safe. */
public final class Hold {
    /** Writes a message between two others; waits while the connection stalls. */
    interface Writer {
        void write(ByteBuffer message) throws InterruptedException;
    }

    private final Script script;
    private final CompletableFuture<ProxiedMessage> caught = new CompletableFuture<>();
    private boolean released; // Guarded by this, as are those below.
    private @Nullable ByteBuffer bytes;
    private @Nullable Writer writer;

    Hold(Script script) {
        this.script = script;
    }

    /**
     * Waits until the message has come.
     *
     * @throws IllegalStateException if it does not while patience lasts
     */
    public ProxiedMessage await(Duration patience) {
        return Cue.await(caught, patience, "the message did not come");
    }

    /** Lets the message pass on, now, or when it comes. */
    public void release() {
        try {
            letGo();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            script.forget(this); // Only now: until then messages are told apart, so that this one comes between two.
        }
    }

    private synchronized void letGo() throws InterruptedException {
        released = true;
        if (bytes != null && writer != null) writer.write(bytes);
        bytes = null;
    }

    /** False if it passes, since it was released before it came. */
    synchronized boolean take(ProxiedMessage message, ByteBuffer text, Writer back) {
        if (released) return false;
        bytes = text;
        writer = back;
        caught.complete(message);
        return true;
    }
}
