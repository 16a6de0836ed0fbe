package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.junit.ReferenceServerExtension;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Facts that need more of a server than an exchange: remotes that its database configures, or a client that does not read. */
@RequiresPeer("ovsdb-server")
class WireServerIT {
    @RegisterExtension
    static final ReferenceServerExtension SERVER = ReferenceServerExtension.with(
            builder -> builder.schemaResource(WireServerIT.class, "/wire/schemas/managed.ovsschema")
                    .unix()
                    .option("--remote=db:M,Global,managers"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PROBE = "{\"id\":\"echo\",\"method\":\"echo\",\"params\":[]}";

    private final WorkFolder sockets = WorkFolder.create();
    private RawSession session;

    @BeforeEach
    void connect(ReferenceServer server) {
        session = RawSession.open(server.remote("unix"));
    }

    @AfterEach
    void disconnect() {
        session.close();
        sockets.close();
    }

    @Test
    void e02_readOnlyServersRefuseLocksByAString() {
        try (RawSession readOnly = RawSession.open(manage("'read_only':true"))) {
            assertThat(ask(readOnly, "lock", "'l'").get("error").orElseThrow())
                    .isEqualTo(JsonValue.of("lock and unlock methods not allowed, DB server is read only."));
        }
    }

    @Test
    void e37_readOnlyServersDoNotAllowWrites() {
        try (RawSession readOnly = RawSession.open(manage("'read_only':true"))) {
            assertThat(ask(readOnly, "transact", "'M',{'op':'insert','table':'Thing','row':{}}"))
                    .hasToString(
                            "{\"id\":7,\"result\":[{\"details\":\"insert operation not allowed when database server is in"
                                    + " read only mode\",\"error\":\"not allowed\"}],\"error\":null}");
            assertThat(ask(readOnly, "transact", "'M',{'op':'select','table':'Thing','where':[false]}"))
                    .hasToString("{\"id\":7,\"result\":[{\"rows\":[]}],\"error\":null}");
        }
    }

    @Test
    void e40_theServerProbesAndAnAnswerKeepsTheSession() {
        try (RawSession probed = RawSession.open(manage("'inactivity_probe':1000"))) {
            assertThat(probed.receiveText()).isEqualTo(PROBE);
            probed.send("{'id':'echo','result':[],'error':null}");
            assertThat(probed.receiveText()).isEqualTo(PROBE);
        }
    }

    @Test
    void e40_anErrorAsAnswerToAProbeEndsTheSession() {
        try (RawSession probed = RawSession.open(manage("'inactivity_probe':1000"))) {
            assertThat(probed.receiveText()).isEqualTo(PROBE);
            probed.send("{'id':'echo','error':'unknown method'}");
            probed.expectClosed();
        }
    }

    @Test
    void e40_noAnswerToAProbeEndsTheSession() {
        try (RawSession probed = RawSession.open(manage("'inactivity_probe':1000"))) {
            assertThat(probed.receiveText()).isEqualTo(PROBE);
            probed.expectClosed();
        }
    }

    @Test
    void e26_changesPileUpForASessionThatDoesNotRead() {
        int transactions = 20;
        try (FaultProxy proxy = FaultProxy.before(SERVER.remote("unix"));
                RawSession lazy = RawSession.open(proxy.remote())) {
            ask(lazy, "monitor", "'M','m',{'Thing':[{'columns':['v','text']}]}");
            proxy.faults(Direction.TO_CLIENT, Fault.none().stall(0));
            for (int i = 0; i < transactions; i++) insert(i, "x".repeat(1 << 20));
            long passed = proxy.counters().passedToServer();
            lazy.send("{'id':7,'method':'transact','params':['M',{'op':'delete','table':'Thing','where':[]}]}");
            proxy.await(counters -> counters.passedToServer() > passed, PATIENCE);
            ask(session, "echo", "");
            assertThat(count())
                    .as("the request of a session with a backlog waits")
                    .isEqualTo(transactions);
            proxy.heal();
            List<String> methods = methodsUntilReply(lazy);
            assertThat(methods).hasSizeLessThan(transactions).containsOnly("update");
            assertThat(count()).isZero();
        }
    }

    /** A remote with these settings, beside the first one; gives its connection method. */
    private String manage(String settings) {
        String socket = sockets.file("managed").toString();
        String manager = "{'op':'insert','table':'Manager','uuid-name':'m','row':{'target':'punix:" + socket + "',"
                + settings + "}}";
        ask(
                session,
                "transact",
                "'M'," + manager
                        + ",{'op':'delete','table':'Global','where':[]},{'op':'insert','table':'Global','row':{'managers':['named-uuid','m']}}");
        ask(session, "echo", ""); // The server looks at its remotes before it handles the next message.
        return "unix:" + socket;
    }

    private void insert(int v, String text) {
        ask(session, "transact", "'M',{'op':'insert','table':'Thing','row':{'v':" + v + ",'text':'" + text + "'}}");
    }

    private long count() {
        String reply = ask(session, "transact", "'M',{'op':'select','table':'Thing','where':[],'columns':['_uuid']}")
                .toString();
        return reply.split("_uuid", -1).length - 1;
    }

    private static List<String> methodsUntilReply(RawSession from) {
        List<String> methods = new ArrayList<>();
        while (true) {
            JsonObject message = (JsonObject) JsonValue.parse(from.receive());
            if (message.get("method").isEmpty()) return methods;
            methods.add(((JsonString) message.get("method").get()).value());
        }
    }

    private static JsonObject ask(RawSession of, String method, String params) {
        of.send("{'id':7,'method':'" + method + "','params':[" + params + "]}");
        return (JsonObject) JsonValue.parse(of.receive());
    }
}
