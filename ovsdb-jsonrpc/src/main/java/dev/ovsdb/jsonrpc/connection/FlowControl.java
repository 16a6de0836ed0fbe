package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.function.Consumer;

/**
 * Decides when to read from the peer: not while the consumer says so, and not while too many replies wait for it.
 *
 * <p>Only replies count, unless a limit of all bytes says otherwise. If own requests did, two peers that both ask much would
 * both stop reading, and neither would ever see the other's bytes leave. Confined to the event loop.
 */
final class FlowControl {
    private final Transport transport;
    private final long maxReplyBytes;
    private final long maxBytes;
    private final Consumer<Boolean> onChange;

    private long replyBytes; // At least those of the transport's queue that are replies.
    private boolean pausedByConsumer;
    private boolean pausedByBacklog;
    private boolean bodyUnderWay;
    private boolean paused;

    FlowControl(Transport transport, long maxReplyBytes, long maxBytes, Consumer<Boolean> onChange) {
        this.transport = transport;
        this.maxReplyBytes = maxReplyBytes;
        this.maxBytes = maxBytes;
        this.onChange = onChange;
    }

    /** Whether a silence of the peer is of our own making. One that does not take what waits for it has only itself to blame. */
    boolean isSilenceOurs() {
        return pausedByConsumer && !pausedByBacklog;
    }

    void consumerPaused(boolean pause) {
        pausedByConsumer = pause;
        update();
    }

    /** So many bytes of a reply were put into the write that comes next. */
    void replied(long bytes) {
        replyBytes += bytes;
    }

    /** Something was written, or left. */
    void queueChanged() {
        replyBytes = Math.min(replyBytes, transport.queuedBytes());
        pausedByBacklog = replyBytes > maxReplyBytes || transport.queuedBytes() > maxBytes;
        update();
    }

    /** A reply is being made while the peer takes it, or is complete. */
    void bodyUnderWay(boolean now) {
        bodyUnderWay = now;
        update();
    }

    private void update() {
        boolean pause = pausedByConsumer || pausedByBacklog || bodyUnderWay;
        if (pause != paused) {
            paused = pause;
            if (pause) {
                transport.pauseReading();
            } else {
                transport.resumeReading();
            }
            onChange.accept(pause);
        }
    }
}
