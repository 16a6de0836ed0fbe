package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.util.Collection;
import java.util.Collections;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** The databases that are served. Changed in the lane only; any thread may look. */
public final class Databases {
    private final ConcurrentSkipListMap<String, ServedDatabase> byName = new ConcurrentSkipListMap<>();

    public @Nullable ServedDatabase find(String name) {
        return byName.get(name);
    }

    /** The schema of the database of this name, null if there is none. */
    public @Nullable DatabaseSchema schema(String name) {
        ServedDatabase database = byName.get(name);
        return database == null ? null : database.schema();
    }

    /** All of them, in the order of their names. */
    public Collection<ServedDatabase> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** False if there is one of its name. */
    public boolean add(ServedDatabase database) {
        return byName.putIfAbsent(database.name(), database) == null;
    }

    public void remove(ServedDatabase database) {
        byName.remove(database.name(), database);
    }
}
