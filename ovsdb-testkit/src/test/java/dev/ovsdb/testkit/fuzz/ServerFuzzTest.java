package dev.ovsdb.testkit.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.CaughtLog;
import dev.ovsdb.jsonrpc.testing.Choices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Bytes of any kind on several connections at once, over TCP, Unix sockets and a port that wants TLS, whole and in pieces, ended in
 * order or not: the server ends each of them, and a client that behaves sees no change of anything.
 */
class ServerFuzzTest {
    private static final int MOST_CONNECTIONS = 4;
    private static final int MOST_STEPS = 30;
    private static final String[] SENSE = {
        "{\"id\":1,\"method\":\"echo\",\"params\":[1,\"two\"]}",
        "{\"id\":\"x\",\"method\":\"list_dbs\",\"params\":[]}",
        "{\"id\":2,\"method\":\"get_schema\",\"params\":[\"Quiet\"]}",
        "{\"id\":3,\"method\":\"monitor\",\"params\":[\"Quiet\",null,{\"Item\":{}}]}",
        "{\"id\":4,\"method\":\"monitor_cond_since\",\"params\":[\"Quiet\",1,{\"Item\":[{\"where\":[[\"n\",\"<\",3]]}]},\"0\"]}",
        "{\"id\":5,\"method\":\"transact\",\"params\":[\"Quiet\",{\"op\":\"insert\",\"table\":\"Item\",\"row\":{}}]}",
        "{\"id\":6,\"method\":\"transact\",\"params\":[\"Quiet\",{\"op\":\"wait\",\"table\":\"Item\",\"where\":[],"
                + "\"columns\":[\"n\"],\"until\":\"==\",\"rows\":[]}]}",
        "{\"id\":7,\"method\":\"transact\",\"params\":[\"Quiet\",{\"op\":\"select\",\"table\":\"Item\",\"where\":[]}]}",
        "{\"id\":8,\"method\":\"lock\",\"params\":[\"l\"]}",
        "{\"id\":9,\"method\":\"convert\",\"params\":[\"Quiet\",{\"name\":\"Quiet\",\"tables\":{}}]}",
        "{\"method\":\"cancel\",\"params\":[6],\"id\":null}",
        "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0003",
        "GET / HTTP/1.1\r\n\r\n"
    };

    private static QuietServer server;

    @BeforeAll
    static void start() {
        server = new QuietServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @FuzzTest
    void server(byte[] bytes) throws IOException {
        try (CaughtLog log = new CaughtLog()) {
            play(new Choices(bytes));
            log.requireNoError();
        }
    }

    private static void play(Choices choices) throws IOException {
        List<NoisyClient> clients = connect(choices);
        for (int i = 0; i < MOST_STEPS && !choices.isUsedUp(); i++) {
            step(clients.get(choices.below(clients.size())), choices);
        }
        for (NoisyClient client : clients) {
            client.end();
        }
        server.checkQuiet();
    }

    private static List<NoisyClient> connect(Choices choices) throws IOException {
        List<ConnectionMethod.Active> places = server.noisyPlaces();
        List<NoisyClient> clients = new ArrayList<>();
        for (int i = choices.below(MOST_CONNECTIONS); i >= 0; i--) {
            clients.add(new NoisyClient(places.get(choices.below(places.size()))));
        }
        return clients;
    }

    private static void step(NoisyClient client, Choices choices) {
        switch (choices.below(6)) {
            case 3 -> client.send(choices.pick(SENSE).getBytes(StandardCharsets.UTF_8));
            case 4 -> {
                byte[] message = choices.pick(SENSE).getBytes(StandardCharsets.UTF_8);
                client.send(Arrays.copyOf(message, choices.below(message.length)));
            }
            case 5 -> client.reset();
            default -> client.send(choices.raw(1 + choices.below(40)));
        }
    }
}
