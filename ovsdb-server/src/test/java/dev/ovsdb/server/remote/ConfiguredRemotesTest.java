package dev.ovsdb.server.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import dev.ovsdb.jsonrpc.transport.TransportListener;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.engine.DatabaseView;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Remotes that a database names, on the engine and over real sockets. */
@Tag("sockets") // Takes seconds of real time, which mutation testing would spend with each mutant that it reaches.
class ConfiguredRemotesTest {
    private static final DatabaseSchema SCHEMA = DatabaseSchema.parse("""
            {"name": "Switch", "tables": {
              "Root": {"isRoot": true, "columns": {
                "managers": {"type": {"key": {"type": "uuid", "refTable": "Manager"}, "min": 0, "max": "unlimited"}},
                "places": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
                "number": {"type": "integer"}}},
              "Manager": {"columns": {
                "target": {"type": "string"},
                "inactivity_probe": {"type": {"key": "integer", "min": 0, "max": 1}},
                "read_only": {"type": "boolean"},
                "other_config": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
                "is_connected": {"type": "boolean", "ephemeral": true},
                "status": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"},
                           "ephemeral": true}}}}}""");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DatabaseHandler handler =
            DatabaseHandler.builder().database(SCHEMA).build();
    private final OvsdbServer server = OvsdbServer.builder().handler(handler).startBlocking();
    private final Database database = handler.requireDatabase("Switch");
    private final ConfiguredRemotes remotes = new ConfiguredRemotes(server, handler::database);
    private final NettyTransports client = NettyTransports.create();
    private final List<Transport> connections = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createTempDirectory(Path.of("/tmp"), "rm");
    }

    @AfterEach
    void end() throws Exception {
        remotes.close();
        server.close();
        client.close();
        Files.deleteIfExists(folder.resolve("a"));
        Files.deleteIfExists(folder.resolve("b"));
        Files.delete(folder);
    }

    private String place(String name) {
        return "punix:" + folder.resolve(name);
    }

    private void transact(Operation... operations) {
        assertThat(database.transact(List.of(operations)))
                .succeedsWithin(PATIENCE)
                .satisfies(outcome -> assertThat(outcome.firstError()).isEmpty());
    }

    private void insertManager(String target) {
        transact(
                Insert.into("Manager").uuidName("m").set("target", target).build(),
                Insert.into("Root")
                        .set("managers", Datum.set(new Atom.NamedUuidAtom("m")))
                        .build());
    }

    /** Waits for what happens on other threads, and comes with a publication or a tick of the status. */
    private void await(String what, BooleanSupplier condition) throws InterruptedException, TimeoutException {
        CountDownLatch never = new CountDownLatch(1);
        for (long waited = 0; !condition.getAsBoolean(); waited += 10) {
            if (waited > PATIENCE.toMillis()) throw new TimeoutException(what);
            assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private List<String> targets() {
        return server.remotes().stream().map(Object::toString).toList();
    }

    private Row manager() {
        Row[] found = new Row[1];
        try (DatabaseView view = database.view()) {
            view.forEach("Manager", (uuid, row) -> found[0] = row);
        }
        return found[0];
    }

    private Map<String, String> status() {
        return manager().require("status").asStringMap();
    }

    /** Connects, and completes when the server hangs up. */
    private CompletableFuture<Void> connect(String name) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Transport transport = client.connect(ConnectionMethod.unix(folder.resolve(name)), ConnectOptions.defaults())
                .join();
        connections.add(transport);
        transport
                .eventLoop()
                .execute(() -> transport.start(new TransportListener() {
                    @Override
                    public void onBytes(ByteBuffer bytes) {}

                    @Override
                    public void onWritable() {}

                    @Override
                    public void onClosed(@Nullable Throwable cause) {
                        ended.complete(null);
                    }
                }));
        return ended;
    }

    @Test
    void refusesNamesOfNothingAsTheReferenceDoes() {
        assertThat(refusal("db:Switch,Root")).isEqualTo("\"db:Switch,Root\": invalid syntax");
        assertThat(refusal("db:x,Root,places")).isEqualTo("\"db:x,Root,places\": no database named x");
        assertThat(refusal("db:Switch,x,places")).isEqualTo("\"db:Switch,x,places\": no table named x");
        assertThat(refusal("db:Switch,Root,x")).isEqualTo("\"db:Switch,Root,x\": table \"Root\" has no column \"x\"");
        assertThat(remotes.names()).isEmpty();
        assertThatThrownBy(() -> remotes.tls(TlsFiles.none().withPrivateKey("db:Switch,Root,number")))
                .hasMessage(
                        "\"db:Switch,Root,number\": table \"Root\" column \"number\" is not string or set of strings");
    }

    private @Nullable String refusal(String name) {
        return catchThrowable(() -> remotes.add(name)).getMessage();
    }

    @Test
    void followsAColumnOfStrings() throws Exception {
        remotes.add("db:Switch,Root,places");
        transact(Insert.into("Root").set("places", place("a")).build());
        await("the first place", () -> targets().equals(List.of(place("a"))));
        CompletableFuture<Void> session = connectWhenListening("a");
        transact(
                Update.in("Root").everyRow().set("places", Datum.of(place("b"))).build());
        await("the second place", () -> targets().equals(List.of(place("b"))));
        assertThat(session).succeedsWithin(PATIENCE);
        assertThat(remotes.remove("db:Switch,Root,places")).isTrue();
        assertThat(remotes.remove("db:Switch,Root,places")).isFalse();
        assertThat(targets()).isEmpty();
    }

    private CompletableFuture<Void> connectWhenListening(String name) throws Exception {
        Remote remote = remotes.remote(place(name)).orElseThrow();
        assertThat(remote.firstAttempt()).succeedsWithin(PATIENCE);
        return connect(name);
    }

    @Test
    void writesTheStatusOfARowBack() throws Exception {
        remotes.add("db:Switch,Root,managers");
        insertManager("ptcp:0:127.0.0.1");
        await("a port", () -> status().containsKey("bound_port"));
        assertThat(status()).containsOnlyKeys("bound_port", "sec_since_connect", "sec_since_disconnect");
        assertThat(manager().require("is_connected").asBoolean()).isFalse();
        ConnectionMethod.PassiveTcp bound =
                (ConnectionMethod.PassiveTcp) server.remotes().get(0).method();
        client.connect(ConnectionMethod.tcp("127.0.0.1", bound.port()), ConnectOptions.defaults())
                .join();
        await("the connection", () -> manager().require("is_connected").asBoolean());
    }

    @Test
    void tellsThatItWaitsForATargetThatIsNone() throws Exception {
        remotes.add("db:Switch,Root,managers");
        insertManager("nonsense");
        await("the state", () -> status().equals(Map.of("state", "BACKOFF")));
        assertThat(targets()).isEmpty();
    }

    @Test
    void endsSessionsOnlyForWhatConcernsThem() throws Exception {
        remotes.add("db:Switch,Root,managers");
        insertManager(place("a"));
        await("the place", () -> !targets().isEmpty());
        CompletableFuture<Void> session = connectWhenListening("a");
        await("the session", () -> server.sessions().size() == 1);
        Remote remote = server.remotes().get(0);
        transact(change("inactivity_probe", Datum.of(7_000)));
        await("the probe", () -> remote.options().inactivityProbe().equals(Optional.of(Duration.ofSeconds(7))));
        assertThat(session).isNotDone();
        transact(change("read_only", Datum.of(true)));
        assertThat(session).succeedsWithin(PATIENCE);
        assertThat(server.remotes()).containsExactly(remote);
    }

    private static Operation change(String column, Datum value) {
        return Update.in("Manager").where(Condition.TRUE).set(column, value).build();
    }

    @Test
    void keepsNamesThatCannotBeUsed() {
        remotes.add("nonsense");
        remotes.add("pssl:0:127.0.0.1");
        assertThat(remotes.names()).containsExactlyElementsOf(Arrays.asList("nonsense", "pssl:0:127.0.0.1"));
        assertThat(targets()).isEmpty();
    }
}
