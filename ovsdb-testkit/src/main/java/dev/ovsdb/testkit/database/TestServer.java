package dev.ovsdb.testkit.database;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.conversation.Conversation;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running server with fresh databases, for one test. Thread-safe.
 *
 * <pre>{@code
 * try (TestServer server = TestServer.builder().schema(schema).start()) {
 *     connect(server.remote());
 *     assertThat(server.database()).table("Bridge").hasRow("name", "br0");
 * }
 * }</pre>
 *
 * <p>With JUnit, {@link dev.ovsdb.testkit.junit.OvsdbTest} makes one for each test.
 */
public final class TestServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Backend backend;
    private final RemotePlan plan;
    private final Conversation conversation;
    private final Map<String, TestDatabase> databases = new LinkedHashMap<>();
    private @Nullable BlockingOvsdbClient own; // Guarded by this; made when it is needed first.

    TestServer(Backend backend, List<String> names, RemotePlan plan, Conversation conversation) {
        this.backend = backend;
        this.plan = plan;
        this.conversation = conversation;
        for (String name : names) databases.put(name, new TestDatabase(this, name));
    }

    /** Begins the description of a server; embedded, if nothing else is said. */
    public static TestServerBuilder builder() {
        return new TestServerBuilder();
    }

    /** Which kind of server it is. */
    public ServerKind kind() {
        return backend.kind();
    }

    /** Where clients connect to, such as {@code unix:/tmp/ovs123/db.sock}: the kind that was asked for first. */
    public String remote() {
        return remote(plan.kinds().get(0));
    }

    /**
     * Where clients of one kind connect to.
     *
     * @param name {@code "unix"}, {@code "tcp"} or {@code "ssl"}
     * @throws IllegalArgumentException if the server was not told to listen so; says how it does
     */
    public String remote(String name) {
        String remote = backend.remotes().get(name);
        if (remote == null) throw new IllegalArgumentException("no remote \"" + name + "\" among " + plan.kinds());
        return remote;
    }

    /** The certificates of a server that speaks TLS. Throws {@link IllegalStateException} for one that does not. */
    public ReferencePki pki() {
        return plan.pki()
                .orElseThrow(() -> new IllegalStateException("this server speaks no TLS: say ssl() in its builder"));
    }

    /** The databases, in the order in which they were named. */
    public List<TestDatabase> databases() {
        return List.copyOf(databases.values());
    }

    /**
     * A database by its name.
     *
     * @throws IllegalArgumentException if there is none of this name; says which there are
     */
    public TestDatabase database(String name) {
        TestDatabase database = databases.get(name);
        if (database == null)
            throw new IllegalArgumentException("no database \"" + name + "\" among " + databases.keySet());
        return database;
    }

    /**
     * The only database.
     *
     * @throws IllegalStateException if there are several, or none
     */
    public TestDatabase database() {
        if (databases.size() != 1)
            throw new IllegalStateException("which one of the databases " + databases.keySet() + "?");
        return databases.values().iterator().next();
    }

    /**
     * Begins a session with the server, which the caller closes. After a lost connection it dials again within a few milliseconds, so
     * that a test need not wait long.
     */
    public OvsdbClientBuilder session() {
        OvsdbClientBuilder session = quick(OvsdbClient.builder().remotes(remote()));
        plan.pki().ifPresent(pki -> session.tls(pki.clientTls()));
        return session;
    }

    OvsdbClientBuilder ownSession() {
        return quick(backend.ownSession()).transactTimeout(PATIENCE).callTimeout(PATIENCE);
    }

    private static OvsdbClientBuilder quick(OvsdbClientBuilder session) {
        return session.backoff(
                BackoffOptions.defaults().withMin(Duration.ofMillis(10)).withMax(Duration.ofMillis(100)));
    }

    /** The kit's own session, which nobody hears. */
    synchronized BlockingOvsdbClient own() {
        BlockingOvsdbClient session = own;
        if (session == null) own = session = ownSession().connectBlocking();
        return session;
    }

    /** What was said at {@link #remote}, by whomever. */
    public Conversation conversation() {
        return conversation;
    }

    /**
     * The reference server behind {@link #remote}, to be stopped, frozen and started again; empty for an embedded one. While it is
     * stopped, who dials the remote is accepted and hung up on.
     */
    public Optional<ReferenceServer> reference() {
        return backend.reference();
    }

    /** The contents of all databases and the conversation, for people. Contents that cannot be read are told as such. */
    public String dump() {
        List<String> parts = new ArrayList<>();
        for (TestDatabase database : databases.values()) parts.add(database.dump());
        List<String> messages = conversation.messages();
        parts.add(messages.isEmpty() ? "No session was heard." : "Conversation:\n" + String.join("\n", messages));
        return String.join("\n\n", parts);
    }

    /** Ends the server and deletes its files; databases' replicas are closed. */
    @Override
    public synchronized void close() {
        try (backend) {
            databases.values().forEach(TestDatabase::close);
            if (own != null) own.close();
        } finally {
            plan.close();
        }
    }

    /** Takes all rows away, and forgets what was said. Throws if the server cannot be made as it was. */
    void empty(List<DatabaseSchema> schemas) {
        for (DatabaseSchema schema : schemas) database(schema.name()).empty(schema);
        conversation.forget();
    }

    @Override
    public String toString() {
        return kind() + " server at " + remote() + " with " + databases.keySet();
    }
}
