package dev.ovsdb.server.engine.database;

import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.storage.StorageException;
import dev.ovsdb.server.storage.StorageListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears of a storage while its database is still being read, and tells it in the lane when it is there. */
final class ListenerToBe implements StorageListener {
    private final Lane lane;
    private final List<Consumer<ServedDatabase>> early = new ArrayList<>(); // Guarded by this.
    private volatile @Nullable ServedDatabase database;

    ListenerToBe(Lane lane) {
        this.lane = lane;
    }

    synchronized void become(ServedDatabase opened) {
        early.forEach(what -> lane.execute(() -> what.accept(opened)));
        early.clear();
        database = opened;
    }

    private void tell(Consumer<ServedDatabase> what) {
        ServedDatabase opened = database;
        if (opened == null) {
            opened = keep(what);
        }
        if (opened != null) {
            what.accept(opened);
        }
    }

    /** Keeps what was heard until there is somebody to tell, who is returned if that is so by now. */
    private synchronized @Nullable ServedDatabase keep(Consumer<ServedDatabase> what) {
        if (database == null) {
            early.add(what);
        }
        return database;
    }

    @Override
    public void accepted(long version) {
        tell(opened -> opened.accepted(version));
    }

    @Override
    public void rejected(long version) {
        tell(opened -> opened.rejected(version));
    }

    @Override
    public void failed(long version, StorageException cause) {
        tell(opened -> opened.failed(version, cause));
    }

    @Override
    public void durable(long version) {
        tell(opened -> opened.durable(version));
    }

    @Override
    public void broken(StorageException cause) {
        tell(opened -> opened.broken(cause));
    }

    @Override
    public void compactionDue() {
        tell(StorageListener::compactionDue);
    }

    @Override
    public void statusChanged() {
        tell(StorageListener::statusChanged);
    }
}
