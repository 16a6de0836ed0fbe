package dev.ovsdb.testkit.junit;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.fault.FaultProxy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one test has: the server, and what its parameters asked for. Thread-safe; JUnit's store closes it behind the test. */
final class TestStage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = Long.getLong("ovsdb.fault.seed", 1);

    private final TestServer server;
    private final Runnable end;
    private final Map<TestDatabase, Idl> replicas = new LinkedHashMap<>(); // Guarded by this.
    private @Nullable BlockingOvsdbClient client; // Guarded by this.
    private @Nullable FaultProxy proxy; // Guarded by this.

    /** @param end what becomes of the server behind the test */
    TestStage(TestServer server, Runnable end) {
        this.server = server;
        this.end = end;
    }

    TestServer server() {
        return server;
    }

    synchronized BlockingOvsdbClient client() {
        BlockingOvsdbClient session = client;
        if (session == null) client = session = server.session().connectBlocking();
        return session;
    }

    /** A faulty network before the server; the kit's own sessions do not pass it. */
    synchronized FaultProxy proxy() {
        FaultProxy before = proxy;
        if (before == null) proxy = before = FaultProxy.before(server.remote(), SEED);
        return before;
    }

    /** What there is to say when the test fails. */
    synchronized String dump() {
        return proxy == null ? server.dump() : server.dump() + "\n" + proxy;
    }

    /** A replica with a session of its own, which is heard, unlike that of the test kit's own. */
    synchronized Idl replica(TestDatabase database) {
        return replicas.computeIfAbsent(database, wanted -> {
            Interest everything = Interest.of(wanted.schema());
            Idl idl = Idl.of(everything).connect(server.session().database(wanted.name()));
            if (!idl.await(now -> true, PATIENCE))
                throw new IllegalStateException(wanted + " gives no contents: " + idl.state());
            return idl;
        });
    }

    @Override
    public synchronized void close() {
        try {
            replicas.values().forEach(Idl::close);
            if (client != null) client.close();
            if (proxy != null) proxy.close();
        } finally {
            end.run();
        }
    }
}
