package dev.ovsdb.testkit.fuzz;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMessage;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.Json;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.RemoteOptions;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A server with a database that nobody changes: noise comes in by remotes that may only read, so that not even noise with a meaning
 * may change it. A client of another remote watches.
 */
final class QuietServer implements AutoCloseable, MonitorListener {
    private static final String SCHEMA = "{'name':'Quiet','tables':{'Item':{'columns':{"
            + "'name':{'type':'string'},'n':{'type':'integer'},'tags':{'type':{'key':'string','min':0,'max':9}}}}}}";
    private static final String ROWS = "['Quiet',{'op':'insert','table':'Item','row':{'name':'a','n':1}},"
            + "{'op':'insert','table':'Item','row':{'name':'b','n':2,'tags':['set',['x','y']]}}]";
    private static final JsonBytes SELECT = Json.bytes("['Quiet',{'op':'select','table':'Item','where':[]}]");
    private static final int CHECK_MEMORY = 256; // So often, in executions.
    private static final long SPARE_BYTES = 48L << 20;
    private static final int PATIENCE = 100_000; // Pauses of 100 us and more.

    private final WorkFolder folder = WorkFolder.create();
    private final ReferencePki pki = ReferencePki.create();
    private final OvsdbServer server;
    private final BlockingOvsdbClient client;
    private final JsonValue rows;
    private final AtomicInteger disturbances = new AtomicInteger();
    private int executions;
    private long usedBytes;

    QuietServer() {
        server = OvsdbServer.builder()
                .handler(DatabaseHandler.builder()
                        .database(DatabaseSchema.parse(Json.text(SCHEMA)))
                        .build())
                .listen("punix:" + folder.file("good"))
                .remote(noisy("ptcp:0:127.0.0.1"))
                .remote(noisy("punix:" + folder.file("noisy")))
                .remote(noisy("pssl:0:127.0.0.1"))
                .tls(TlsOptions.builder()
                        .privateKey(pki.server().privateKey())
                        .certificate(pki.server().certificate())
                        .caCertificate(pki.authority())
                        .build())
                .startBlocking();
        client = OvsdbClient.builder().remotes("unix:" + folder.file("good")).connectBlocking();
        client.transactRaw(Json.bytes(ROWS));
        rows = client.transactRaw(SELECT).toValue();
        client.monitor(
                MonitorSpec.of(
                        "Quiet",
                        MonitorRequests.builder()
                                .table("Item", MonitorRequest.EVERYTHING)
                                .build()),
                this);
    }

    private static RemoteOptions noisy(String method) {
        return RemoteOptions.builder(ConnectionMethod.parse(method))
                .name(method)
                .readOnly(true)
                .build();
    }

    /** Where noise may be made. */
    List<ConnectionMethod.Active> noisyPlaces() {
        List<ConnectionMethod> bound = server.methods();
        return List.of(
                ConnectionMethod.tcp("127.0.0.1", ((ConnectionMethod.PassiveTcp) bound.get(1)).port()),
                ConnectionMethod.unix(((ConnectionMethod.PassiveUnix) bound.get(2)).socketPath()),
                ConnectionMethod.ssl("127.0.0.1", ((ConnectionMethod.PassiveSsl) bound.get(3)).port()));
    }

    @Override
    public void onBegin(MonitorMessage message) {
        if (message.kind() != MonitorMessage.Kind.CONTENTS) {
            disturbances.incrementAndGet();
        }
    }

    @Override
    public void onRow(String table, UUID row, RowUpdate update) {}

    @Override
    public void onSuspended(@Nullable Throwable cause) {
        disturbances.incrementAndGet();
    }

    /** Checks that the client sees what it saw at first, and that its session is the only one. */
    void checkQuiet() {
        JsonValue said = JsonValue.of(executions);
        require(client.echo(said).equals(List.of(said)), "another echo");
        require(client.transactRaw(SELECT).toValue().equals(rows), "other rows");
        require(disturbances.get() == 0, "the monitor told of something");
        awaitBeingAlone();
        if (++executions % CHECK_MEMORY == 0) {
            checkMemory();
        }
    }

    /** Looked at once each time: a connection that was dropped at once may be accepted only now, and has a session for a moment. */
    private void awaitBeingAlone() {
        List<ServerConnection> sessions = server.sessions();
        for (int i = 0; i < PATIENCE && sessions.size() != 1; i++) {
            LockSupport.parkNanos(100_000);
            sessions = server.sessions();
        }
        require(sessions.size() == 1, "sessions are left: " + sessions);
    }

    private void checkMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        if (executions == CHECK_MEMORY) {
            usedBytes = used; // When every class has been met.
        }
        require(used < usedBytes + SPARE_BYTES, used + " bytes are used, at first there were " + usedBytes);
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new AssertionError(problem);
        }
    }

    @Override
    public void close() {
        try (folder;
                pki) {
            client.close();
            server.close();
        }
    }
}
