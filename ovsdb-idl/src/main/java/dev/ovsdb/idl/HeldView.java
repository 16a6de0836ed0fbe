package dev.ovsdb.idl;

import dev.ovsdb.idl.store.ReplicaStore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A pinned version. */
final class HeldView extends HoldingsReading implements View {
    private final long version;
    private final long sequence;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param version pinned for this view */
    private HeldView(Holdings holdings, long version, long sequence) {
        super(holdings);
        this.version = version;
        this.sequence = sequence;
    }

    /** Holds the newest version. */
    static HeldView newest(Holdings holdings) {
        ReplicaStore.Head head = holdings.store().pin();
        return new HeldView(holdings, head.version(), head.sequence());
    }

    /** What there was before the first contents. It holds nothing. */
    static HeldView nothing(Holdings holdings) {
        return new HeldView(holdings, ReplicaStore.NOTHING, 0);
    }

    /** Holds the version that this view holds once more. */
    HeldView again() {
        holdings.store().pinAlso(version());
        return new HeldView(holdings, version, sequence);
    }

    @Override
    public long version() {
        if (closed.get()) {
            throw new IllegalStateException("this view of version " + version + " is closed");
        }
        return version;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            holdings.store().unpin(version);
        }
    }
}
