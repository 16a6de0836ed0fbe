package dev.ovsdb.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.database.ServerKind;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.Town;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Conversations of real clients with the reference server and with ours: the same client has them again with a player, and a player has
 * them again with both servers.
 */
@RequiresPeer({"ovsdb-server", "ovs-vsctl", "python3-ovs"})
class RecordingIT {
    private static final ServerKind[] SERVERS = {ServerKind.LOCAL, ServerKind.EMBEDDED};

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "EMBEDDED"})
    void ofOurClient(ServerKind recorded) {
        both(recorded, "town", remote -> {
            Program.run(remote);
            try (Idl idl = Idl.of(Interest.of(Town.schema()))
                    .connect(OvsdbClient.builder().remotes(remote).database("Town"))) {
                idl.live().join();
                idl.transact(tx ->
                                tx.insert("House").set("address", "Mill Lane 7").set("floors", 1L))
                        .requireDone();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "EMBEDDED"})
    void ofOvsVsctl(ServerKind recorded) {
        both(recorded, "vswitch.ovsschema", remote -> {
            vsctl(remote, "init");
            vsctl(remote, "add-br", "br0", "--", "set", "Bridge", "br0", "external_ids:a=b");
            vsctl(remote, "add-port", "br0", "p1", "tag=9", "--", "add-port", "br0", "p2");
            assertThat(vsctl(remote, "list-ports", "br0")).isEqualTo("p1\np2");
            vsctl(remote, "del-port", "p1");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LOCAL", "EMBEDDED"})
    void ofPythonsReplica(ServerKind recorded) throws Exception {
        String script = Path.of(RecordingIT.class.getResource("/interop/idl.py").toURI())
                .toString();
        String schema = InstalledSchemas.require("ovn-nb.ovsschema").toString();
        Tool python = Tool.at(Peers.python("ovs").orElseThrow()).with(Map.of("PYTHONHASHSEED", "0"));
        both(recorded, "ovn-nb.ovsschema", remote -> python.output(script, remote, schema));
    }

    private static String vsctl(String remote, String... command) {
        String[] arguments = new String[command.length + 3];
        arguments[0] = "--db=" + remote;
        arguments[1] = "--no-wait";
        arguments[2] = "--timeout=20";
        System.arraycopy(command, 0, arguments, 3, command.length);
        return Tool.named("ovs-vsctl").output(arguments);
    }

    /** The comment of a transaction that ovs-vsctl makes tells its command line, and so the remote. */
    private static ComparisonRules rules() {
        return ComparisonRules.defaults().ignoring("comment").ignoringOrderOfOperations();
    }

    private static void both(ServerKind recorded, String schema, Consumer<String> client) {
        Recording recording = record(recorded, schema, client);
        assertThat(recording.messages()).hasSizeGreaterThan(10);
        try (PlaybackServer player = Playback.of(recording).rules(rules()).serve()) {
            try {
                client.accept(player.remote());
            } catch (RuntimeException e) {
                throw new AssertionError("with a player: " + player.finish(), e);
            }
            player.finish().requireSame();
        }
        for (ServerKind kind : SERVERS) {
            try (TestServer server = server(kind, schema)) {
                Comparison comparison = Playback.of(recording)
                        .rules(rules().ignoringTransactionIds()) // Ours keeps a history here.
                        .against(server.remote());
                assertThat(comparison.isSame())
                        .as("%s, then %s: %s", recorded, kind, comparison)
                        .isTrue();
            }
        }
    }

    private static Recording record(ServerKind kind, String schema, Consumer<String> client) {
        try (TestServer server = server(kind, schema);
                Recorder recorder = Recorder.before(server.remote())) {
            client.accept(recorder.remote());
            return recorder.finish();
        }
    }

    private static TestServer server(ServerKind kind, String schema) {
        var builder = TestServer.builder().kind(kind);
        return (schema.equals("town") ? builder.schema(Town.schema()) : builder.installedSchema(schema)).start();
    }
}
