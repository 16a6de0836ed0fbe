package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.info.ServerDatabase;
import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.engine.session.Announcements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes into {@code _Server} what becomes of databases. Confined to the lane.
 *
 * <p>It does so in a later turn: sessions hear that their monitors were canceled before they read of the reason.
 */
final class EngineAnnouncements implements Announcements {
    private final IdSource ids;
    private final EventLoop home;
    private final Lane lane;
    private @Nullable ServerDatabase server; // Null until that is open itself.

    EngineAnnouncements(IdSource ids, EventLoop home, Lane lane) {
        this.ids = ids;
        this.home = home;
        this.lane = lane;
    }

    void begin(ServedDatabase self) {
        server = new ServerDatabase(self, ids);
        put(self);
    }

    /** Writes a database's row in this turn. */
    void put(ServedDatabase database) {
        Objects.requireNonNull(server).put(database);
    }

    @Override
    public void changed(ServedDatabase database) {
        later(() -> {
            if (!database.isRemoved()) {
                put(database);
            }
        });
    }

    @Override
    public void removed(ServedDatabase database) {
        later(() -> Objects.requireNonNull(server).remove(database));
    }

    private void later(Runnable action) {
        home.execute(() -> lane.run(home, action));
    }
}
