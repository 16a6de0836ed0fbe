package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a silent peer is still there. Confined to the event loop.
 *
 * <p>lively --(silent for an interval)--&gt; probing (a probe was sent) --(any byte)--&gt; lively; --(silent for one more)--&gt; dead
 *
 * <p>Bytes that leave a backlog are life too: a peer that takes what we send is there, though it says nothing. And a silence
 * of our own making proves nothing: while we read nothing by our own choice nobody is probed, and a timer that comes late (the machine or
 * this loop was stalled) gives the peer's bytes, which may be waiting in the socket, a last chance to be read.
 */
final class InactivityProbe {
    /** What the probe needs of its connection. */
    interface Patient {
        /** Whether a silence of the peer is of our own making: we do not read, or keep it waiting. */
        boolean isSilenceOurs();

        /** Bytes sent and not yet handed to the kernel. */
        long backlogBytes();

        /** Bytes sent in all. */
        long sentBytes();

        /** Asks for a sign of life. */
        void sendProbe();

        /** There was none. */
        void dead(Duration silence);
    }

    private final EventLoop loop;
    private final Patient patient;
    private final Duration interval;
    private final long nanos;

    private EventLoop.@Nullable Timer timer;
    private long timerAt;
    private long lastLife;
    private boolean probing;
    private long backlogBefore;
    private long leftBefore;

    InactivityProbe(EventLoop loop, Duration interval, Patient patient) {
        this.loop = loop;
        this.patient = patient;
        this.interval = interval;
        this.nanos = Deadlines.toNanos(interval);
        this.lastLife = loop.clock().nanoTime();
    }

    void start() {
        lastLife = loop.clock().nanoTime();
        checkIn(nanos);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** A sign of life. */
    void alive(long now) {
        lastLife = now;
        probing = false;
    }

    private void check() {
        long now = loop.clock().nanoTime();
        if (patient.isSilenceOurs() || backlogMoved()) {
            alive(now);
        }
        long silence = now - lastLife;
        if (!probing && silence < nanos) {
            checkIn(nanos - silence);
        } else if (!probing) {
            probe();
        } else if (now - timerAt > nanos / 4) {
            checkIn(nanos / 4); // We were stalled, not the peer.
        } else {
            patient.dead(Duration.ofNanos(2 * nanos));
        }
    }

    private void probe() {
        probing = true;
        patient.sendProbe();
        checkIn(nanos);
    }

    private boolean backlogMoved() {
        long backlog = patient.backlogBytes();
        long left = patient.sentBytes() - backlog;
        boolean moved = backlogBefore > 0 && left > leftBefore;
        backlogBefore = backlog;
        leftBefore = left;
        return moved;
    }

    private void checkIn(long delayNanos) {
        timerAt = loop.clock().nanoTime() + delayNanos;
        timer = loop.schedule(Duration.ofNanos(delayNanos), this::check);
    }
}
