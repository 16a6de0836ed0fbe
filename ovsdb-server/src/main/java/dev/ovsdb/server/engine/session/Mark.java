package dev.ovsdb.server.engine.session;

import dev.ovsdb.server.engine.database.ServedDatabase;
import java.util.Collection;
import java.util.List;

/** A point of the lane: reached when what was executed before it is published. Confined to the lane. */
@FunctionalInterface
interface Mark {
    /** Reached always. */
    Mark REACHED = () -> true;

    boolean reached();

    /** The point at which one database is just now. */
    static Mark of(ServedDatabase database) {
        if (database.isPublished()) {
            return REACHED;
        }
        long version = database.instance().store().headVersion();
        return () -> database.isRemoved() || database.isPublished(version);
    }

    /** The point at which all databases are just now. */
    static Mark of(Collection<ServedDatabase> databases) {
        List<Mark> open =
                databases.stream().map(Mark::of).filter(mark -> mark != REACHED).toList();
        return open.isEmpty() ? REACHED : () -> open.stream().allMatch(Mark::reached);
    }
}
