package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.operation.OperationError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands and falls with versions that are not published yet, in the order in which it was computed. */
final class Dependents {
    private final Deque<Dependent> waiting = new ArrayDeque<>();

    private record Dependent(long version, Unpublished what) {}

    void add(long version, Unpublished what) {
        waiting.addLast(new Dependent(version, what));
    }

    void published(long version) {
        while (!waiting.isEmpty() && waiting.getFirst().version() <= version) {
            waiting.removeFirst();
        }
    }

    /** Everything that is not published falls; some of it may come back, executed again. */
    void fellBack(@Nullable OperationError error) {
        List<Dependent> fallen = new ArrayList<>(waiting);
        waiting.clear();
        for (Dependent dependent : fallen) {
            dependent.what().fellBack(error);
        }
    }
}
