package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A Netty event loop as the SPI has it. Equal to another on the same loop. */
record NettyEventLoop(io.netty.channel.EventLoop executor) implements EventLoop {
    private static final Duration NEVER = Duration.ofDays(36_500);

    static NettyEventLoop of(EventLoop loop) {
        if (loop instanceof NettyEventLoop netty) return netty;
        throw new IllegalArgumentException("expected a loop of this connector, not " + loop);
    }

    @Override
    public boolean inEventLoop() {
        return executor.inEventLoop();
    }

    @Override
    public boolean inAnyEventLoop() {
        for (var beside : executor.parent()) {
            if (beside.inEventLoop()) return true;
        }
        return false;
    }

    @Override
    public Clock clock() {
        return Clock.system();
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        ScheduledFuture<?> scheduled = executor.schedule(task, nanos(delay), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    /** A delay that no clock reaches is as good as any other. */
    static long nanos(Duration delay) {
        return delay.compareTo(NEVER) > 0 ? NEVER.toNanos() : delay.toNanos();
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }
}
