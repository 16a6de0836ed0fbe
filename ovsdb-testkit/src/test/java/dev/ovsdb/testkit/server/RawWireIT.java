package dev.ovsdb.testkit.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.framing.FramingLimits;
import dev.ovsdb.jsonrpc.framing.MessageFramer;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.ReferenceServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a client can send below the level of methods: bytes that break JSON, JSON-RPC or its conventions, and some that look as
 * if. Both servers get the same bytes, and say the same or hang up.
 */
class RawWireIT {
    private static final String SCHEMA =
            "{\"name\":\"db\",\"tables\":{\"t\":{\"columns\":{\"name\":{\"type\":\"string\"}},\"isRoot\":true}}}";
    private static final String PING = "{\"id\":\"ping\",\"method\":\"echo\",\"params\":[\"still there\"]}";

    private static final String HUNG_UP = "(hung up)";

    private static ReferenceServer reference;
    private static OvsdbServer ours;

    @BeforeAll
    static void start() {
        Peers.require("ovsdb-server", "ovsdb-tool");
        reference = ReferenceServer.builder().schema(SCHEMA).tcp().start();
        DatabaseHandler handler =
                DatabaseHandler.builder().database(DatabaseSchema.parse(SCHEMA)).build();
        ours = OvsdbServer.builder().handler(handler).listen("ptcp:0:127.0.0.1").startBlocking();
    }

    @AfterAll
    static void stop() {
        if (ours != null) {
            ours.close();
            reference.close();
        }
    }

    static List<String> inputs() {
        return List.of(
                "",
                "{\"id\":0,\"method\":\"echo\",\"params\":[]}", // E3, E40
                "{\"id\":1.0,\"method\":\"echo\",\"params\":[1.0,1e3,-0,0.5,1.5e300]}", // E5, E7
                "{\"id\":{\"b\":1},\"method\":\"echo\",\"params\":[{\"b\":1}]}",
                "{\"id\":[false,null],\"method\":\"nope\",\"params\":[]}", // E41
                "{\"id\":false,\"method\":\"nope\",\"params\":[]}",
                "{\"id\":-3,\"method\":\"nope\",\"params\":[]}",
                " \n{\"id\":1,\"method\":\"echo\",\"params\":[]} \t\r\n", // E6
                "[1]",
                "1",
                "\"x\"",
                "null",
                "}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[],\"jsonrpc\":\"2.0\"}", // E4
                "{\"id\":1,\"method\":\"echo\"}",
                "{\"id\":1,\"method\":\"echo\",\"params\":null}",
                "{\"id\":1,\"method\":\"echo\",\"params\":{}}",
                "{\"method\":\"echo\",\"params\":[]}",
                "{\"id\":null,\"method\":\"nope\",\"params\":[]}",
                "{\"id\":1,\"method\":5,\"params\":[]}",
                "{\"id\":1,\"params\":[]}",
                "{}",
                "{\"id\":1,\"result\":{},\"error\":null}", // E3
                "{\"id\":1,\"result\":null,\"error\":\"x\"}",
                "{\"id\":1,\"result\":{},\"error\":\"x\"}",
                "{\"id\":1,\"result\":null,\"error\":null}",
                "{\"id\":\"echo\",\"result\":[],\"error\":null}", // E40
                "{\"id\":\"echo\",\"result\":null,\"error\":\"no\"}",
                "{\"id\":1,\"id\":2,\"method\":\"echo\",\"params\":[3],\"params\":[4]}", // E9
                "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\u0000\"]}", // E8
                "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\u0041\\/\\n\\ud83d\\ude00\"]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\ud83d\"]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[\"a\tb\"]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[\"\\x\"]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[01]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[1e308,1.5e308,2.3e-308,1e-400,0e999]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[1e999]}", // E7
                "{\"id\":1,\"method\":\"echo\",\"params\":[{\"a\":-1.8e308}]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[1e-310]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[4.9406564584124654e-324]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[0e4294967296]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[" + "9".repeat(308) + "]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[" + "9".repeat(310) + "]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[0." + "0".repeat(320) + "1]}",
                "{\"id\":1e999,\"method\":\"echo\",\"params\":[]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[tru]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":[1,]}",
                "{\"id\":1,\"method\":\"echo\",\"params\":" + "[".repeat(999) + "]".repeat(999) + "}",
                "{\"id\":1,\"method\":\"echo\",\"params\":" + "[".repeat(1000) + "]".repeat(1000) + "}");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void bothSayTheSame(String input) throws IOException {
        String expected = say(reference.remote("tcp"), input);
        String bound = ours.methods().get(0).toString();
        String answer = say(bound.replaceFirst("ptcp:(\\d+):(.*)", "tcp:$2:$1"), input);
        assertThat(values(answer)).isEqualTo(values(expected));
        assertThat(answer.endsWith(HUNG_UP)).isEqualTo(expected.endsWith(HUNG_UP));
    }

    /** The messages as values: the reference prints what it echoes anew, we give it back as it came. */
    private static List<Object> values(String said) {
        List<Object> messages = new ArrayList<>();
        MessageFramer framer = new MessageFramer(
                FramingLimits.DEFAULT.withCheckUtf8(false),
                message -> messages.add(List.of(
                        message.kind(),
                        message.requireId(),
                        message.requireBody().toValue())));
        framer.feed(ByteBuffer.wrap(said.replace(HUNG_UP, "").getBytes(ISO_8859_1)));
        return messages;
    }

    /** All that the server says to the input, and whether it is still there for a ping behind it; bytes as Latin-1. */
    private static String say(String remote, String input) throws IOException {
        ConnectionMethod.Tcp method = (ConnectionMethod.Tcp) ConnectionMethod.parse(remote);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(method.host(), method.port()));
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((input + PING).getBytes(ISO_8859_1));
            StringBuilder said = new StringBuilder();
            byte[] bytes = new byte[64 * 1024];
            while (said.indexOf("\"still there\"],\"error\":null}") < 0) {
                int length = read(socket, bytes);
                if (length < 0) {
                    return said + HUNG_UP;
                }
                said.append(new String(bytes, 0, length, ISO_8859_1));
            }
            return said.toString();
        }
    }

    private static int read(Socket socket, byte[] bytes) throws IOException {
        try {
            return socket.getInputStream().read(bytes);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException reset) {
            return -1; // With bytes unread, the way to hang up is a reset.
        }
    }
}
