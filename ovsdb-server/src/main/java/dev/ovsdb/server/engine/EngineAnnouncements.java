package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.info.ServerDatabase;
import dev.ovsdb.server.engine.session.Announcements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes into {@code _Server} what becomes of databases. Confined to the lane. */
final class EngineAnnouncements implements Announcements {
    private final IdSource ids;
    private @Nullable ServerDatabase server; // Null until that is open itself.

    EngineAnnouncements(IdSource ids) {
        this.ids = ids;
    }

    void begin(ServedDatabase self) {
        server = new ServerDatabase(self, ids);
        changed(self);
    }

    @Override
    public void changed(ServedDatabase database) {
        Objects.requireNonNull(server).put(database);
    }

    @Override
    public void removed(ServedDatabase database) {
        Objects.requireNonNull(server).remove(database);
    }
}
