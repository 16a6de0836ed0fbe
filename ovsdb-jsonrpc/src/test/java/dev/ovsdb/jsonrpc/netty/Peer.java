package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One end of a stream in a test: keeps or counts what arrives, and acts on its event loop for the test's thread. */
final class Peer implements TransportListener {
    static final long PATIENCE_SECONDS = 60;

    final Transport transport;
    final CompletableFuture<Optional<Throwable>> closed = new CompletableFuture<>();
    final AtomicInteger closedCalls = new AtomicInteger();
    final Semaphore writable = new Semaphore(0);
    volatile int readCompletes;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream(); // Guarded by itself.
    private volatile Consumer<ByteBuffer> onBytes = bytes -> {};

    Peer(Transport transport) {
        this.transport = transport;
    }

    Peer started() {
        return on(() -> {
            transport.start(this);
            return this;
        });
    }

    Peer onBytes(Consumer<ByteBuffer> action) {
        onBytes = action;
        return this;
    }

    /** Runs on the event loop and waits for it. */
    <T> T on(Supplier<T> action) {
        CompletableFuture<T> done = new CompletableFuture<>();
        transport.eventLoop().execute(() -> {
            try {
                done.complete(action.get());
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void run(Runnable action) {
        on(() -> {
            action.run();
            return null;
        });
    }

    void send(String text) {
        send(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    void send(ByteBuffer... bytes) {
        run(() -> transport.send(List.of(bytes)));
    }

    long queuedBytes() {
        return on(transport::queuedBytes);
    }

    byte[] awaitBytes(int count) throws InterruptedException {
        synchronized (received) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (received.size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) throw new AssertionError("only " + received.size() + " of " + count + " bytes arrived");
                received.wait(left);
            }
            return received.toByteArray();
        }
    }

    String awaitText(String text) throws InterruptedException {
        return new String(awaitBytes(text.getBytes(StandardCharsets.UTF_8).length), StandardCharsets.UTF_8);
    }

    byte[] received() {
        synchronized (received) {
            return received.toByteArray();
        }
    }

    Optional<Throwable> awaitClosed() {
        return closed.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    void awaitWritable() throws InterruptedException {
        if (!writable.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new AssertionError("never writable");
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        onBytes.accept(bytes.duplicate());
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        synchronized (received) {
            received.writeBytes(copy);
            received.notifyAll();
        }
    }

    @Override
    public void onReadComplete() {
        readCompletes++;
    }

    @Override
    public void onWritable() {
        writable.release();
    }

    @Override
    public void onClosed(@Nullable Throwable cause) {
        closedCalls.incrementAndGet();
        closed.complete(Optional.ofNullable(cause));
    }
}
