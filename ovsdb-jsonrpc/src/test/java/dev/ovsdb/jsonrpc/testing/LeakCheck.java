package dev.ovsdb.jsonrpc.testing;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test class when a Netty buffer was dropped without being released. Needs {@code
 * io.netty.leakDetection.level=paranoid}, which the build sets.
 */
public final class LeakCheck implements BeforeAllCallback, AfterAllCallback {
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final int ROUNDS = 2; // What the first collection finds is on the detector's queue by the second.

    @Override
    public void beforeAll(ExtensionContext context) {
        ByteBufUtil.setLeakListener((type, records) -> LEAKS.add(type + "\n" + records));
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        for (int i = 0; i < ROUNDS; i++) collectGarbage();
        ByteBufAllocator.DEFAULT.directBuffer(1).release(); // The detector reports when a buffer is made.
        ByteBufAllocator.DEFAULT.heapBuffer(1).release();
        String leaks = String.join("\n", LEAKS);
        LEAKS.clear();
        if (!leaks.isEmpty()) throw new AssertionError("leaked buffers:\n" + leaks);
    }

    /** Until the collector has found an object that was garbage before. */
    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> queue = new ReferenceQueue<>();
        PhantomReference<Object> canary = new PhantomReference<>(new Object(), queue);
        do {
            System.gc();
        } while (queue.remove(20) != canary);
    }
}
