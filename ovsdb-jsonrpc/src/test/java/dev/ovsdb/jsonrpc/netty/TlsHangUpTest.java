package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.testing.LeakCheck;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A peer that leaves in the middle of a TLS handshake: its end is told as any other failure is. */
@ExtendWith(LeakCheck.class)
class TlsHangUpTest {
    private static final TlsOptions CLIENT =
            TestPki.ONE.options(TestPki.ONE.issue("client")).build();

    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final BlockingQueue<RecordedEvent> handshakes = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        transports.close();
    }

    @Test
    void failsTheConnectAndIsRecorded() throws Exception {
        try (RecordingStream recording = new RecordingStream();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            recording.enable("dev.ovsdb.TlsHandshake").withoutThreshold();
            recording.onEvent("dev.ovsdb.TlsHandshake", handshakes::add);
            recording.startAsync();
            CompletableFuture<Transport> connect = transports.connect(
                    ConnectionMethod.ssl("127.0.0.1", server.getLocalPort()),
                    ConnectOptions.defaults().withTls(CLIENT));
            try (Socket accepted = server.accept()) {
                accepted.getInputStream().read(); // The ClientHello has begun.
            }

            assertThatThrownBy(() -> connect.get(20, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ConnectFailedException.class);
            RecordedEvent event = handshakes.poll(20, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.getString("failure")).isNotEmpty();
        }
    }
}
