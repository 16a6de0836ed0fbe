package dev.ovsdb.jsonrpc.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TimedThreadTest {
    private final TimedThread timed = new TimedThread("test", Duration.ofDays(1));

    @Test
    void endsSoonAfterItWasClosedThoughItWouldWaitForWork() throws Exception {
        Thread thread = threadOfTask();
        timed.close();
        thread.join();
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void runsTasksAfterItWasClosedButNoTimers() {
        AtomicBoolean ran = new AtomicBoolean();
        timed.schedule(Duration.ofDays(1), () -> ran.set(true));
        timed.close();
        timed.schedule(Duration.ZERO, () -> ran.set(true));
        assertThat(threadOfTask().getName()).isEqualTo("test");
        assertThat(ran).isFalse();
    }

    private Thread threadOfTask() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        timed.execute(() -> thread.complete(Thread.currentThread()));
        return thread.join();
    }
}
