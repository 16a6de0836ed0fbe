package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.Conversation;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.FaultChannel;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same over real sockets, where a break is seen by the kernel and by TLS: no call stays open, no buffer is lost. */
@ExtendWith(LeakCheck.class)
class SocketFaultTest {
    private static final int STEP = 17; // Every byte is cut at elsewhere; this is about sockets.

    private static final TlsOptions SERVER =
            TestPki.ONE.options(TestPki.ONE.issue("server")).build();
    private static final TlsOptions CLIENT =
            TestPki.ONE.options(TestPki.ONE.issue("client")).build();

    private final NettyTransports transports =
            NettyTransports.builder().threads(2).preferNative(false).build();
    private volatile UnaryOperator<Transport> ofPeer = transport -> transport;

    @AfterEach
    void close() {
        transports.close();
    }

    private Listener listen(String method) throws Exception {
        return transports
                .listen(
                        ConnectionMethod.Passive.parse(method),
                        ListenOptions.defaults().withTls(SERVER),
                        transport -> Conversation.script(new ScriptedPeer(ofPeer.apply(transport))))
                .get(20, TimeUnit.SECONDS);
    }

    private Conversation converse(Listener with, UnaryOperator<Transport> mine) throws Exception {
        String scheme = with.method().isTls() ? "ssl" : "tcp";
        Transport transport = transports
                .connect(
                        ConnectionMethod.Active.parse(scheme + ":127.0.0.1:" + with.port()),
                        ConnectOptions.defaults().withTls(CLIENT))
                .get(20, TimeUnit.SECONDS);
        return Conversation.begin(mine.apply(transport), ConnectionOptions.defaults());
    }

    private static void assertOver(Conversation conversation) {
        assertThat(conversation.connection().closed()).succeedsWithin(20, TimeUnit.SECONDS);
        assertThat(conversation.callsEnded()).succeedsWithin(20, TimeUnit.SECONDS);
        conversation.assertAllEnded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ptcp:0:127.0.0.1", "pssl:0:127.0.0.1"})
    void thePeerBreaksOffAnywhere(String method) throws Exception {
        Listener listener = listen(method);
        for (int bytes = 0; bytes < Conversation.RECEIVED; bytes += STEP) {
            int cut = bytes;
            ofPeer = transport -> new FaultChannel(transport).cutAfterSent(cut);
            assertOver(converse(listener, transport -> transport));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ptcp:0:127.0.0.1", "pssl:0:127.0.0.1"})
    void thisSideBreaksOffAnywhere(String method) throws Exception {
        Listener listener = listen(method);
        for (int bytes = 0; bytes < Conversation.SENT; bytes += STEP) {
            int cut = bytes;
            assertOver(converse(listener, transport -> new FaultChannel(transport).cutAfterSent(cut)));
        }
    }
}
