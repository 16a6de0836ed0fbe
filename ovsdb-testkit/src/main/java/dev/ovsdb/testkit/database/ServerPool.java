package dev.ovsdb.testkit.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers that are used again and again, each by one test at a time, so that starting a container is paid for once. Thread-safe.
 *
 * <p>A server that is taken holds the rows of its builder and nothing else. Where none that fits is free, one is started: tests that run
 * at the same time have a server each. A server that cannot be emptied, since a test stopped it or converted a database, is closed.
 */
public final class ServerPool implements AutoCloseable {
    private final List<Free> free = new ArrayList<>(); // Guarded by this.
    private boolean closed; // Guarded by this.

    private record Free(Object likeness, TestServer server) {}

    /** A server as the builder says, started or taken from those that were given back. Throws as {@link TestServerBuilder#start}. */
    public TestServer take(TestServerBuilder builder) {
        for (TestServer server = free(builder.likeness()); server != null; server = free(builder.likeness())) {
            if (isEmptied(server, builder)) return builder.sow(server);
            server.close();
        }
        return builder.start();
    }

    private synchronized @Nullable TestServer free(Object likeness) {
        for (Free one : free) {
            if (!one.likeness().equals(likeness)) continue;
            free.remove(one);
            return one.server();
        }
        return null;
    }

    private static boolean isEmptied(TestServer server, TestServerBuilder builder) {
        try {
            if (server.reference().isPresent() && !server.reference().get().isRunning()) return false;
            server.empty(builder.schemas());
            return true;
        } catch (RuntimeException e) {
            return false; // Whatever it is, the next test is not to have it.
        }
    }

    /** Gives back a server that was taken with this builder; it may not be used any more. */
    public void giveBack(TestServerBuilder builder, TestServer server) {
        if (!keep(new Free(builder.likeness(), server))) server.close();
    }

    private synchronized boolean keep(Free server) {
        if (!closed) free.add(server);
        return !closed;
    }

    /** Closes the servers that are free, and each that is given back later. */
    @Override
    public void close() {
        List<Free> last;
        synchronized (this) {
            closed = true;
            last = List.copyOf(free);
            free.clear();
        }
        last.forEach(one -> one.server().close());
    }
}
