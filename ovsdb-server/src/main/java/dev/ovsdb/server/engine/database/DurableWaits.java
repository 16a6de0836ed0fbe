package dev.ovsdb.server.engine.database;

import dev.ovsdb.protocol.operation.OperationError;
import java.util.ArrayDeque;
import java.util.Deque;

/** Who waits for an fsync, in the order of the versions that it is to cover. */
final class DurableWaits {
    private final Deque<Wait> waiting = new ArrayDeque<>();

    private record Wait(long version, Durable who) {}

    void add(long version, Durable who) {
        waiting.addLast(new Wait(version, who));
    }

    void durable(long version) {
        while (!waiting.isEmpty() && waiting.getFirst().version() <= version) {
            waiting.removeFirst().who().durable();
        }
    }

    /** Those of versions above this one wait no more: their versions have fallen. */
    void fellBack(long version) {
        waiting.removeIf(wait -> wait.version() > version);
    }

    void broken(OperationError error) {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().who().unknown(error);
        }
    }
}
