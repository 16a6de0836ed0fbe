package dev.ovsdb.jsonrpc.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.metrics.CallOutcome;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsTest {
    private static final TransportInfo PEER =
            new TransportInfo(TransportInfo.Kind.TCP, "tcp:192.0.2.1:6640", null, null, null);

    @TempDir
    Path folder;

    private List<RecordedEvent> record(Runnable happening) throws IOException {
        try (Recording recording = new Recording()) {
            for (String name : List.of("ConnectionOpened", "ConnectionClosed", "SlowCall", "ConnectFailed")) {
                recording.enable("dev.ovsdb." + name).withoutThreshold();
            }
            recording.start();
            happening.run();
            recording.stop();
            Path file = folder.resolve("events.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("dev.ovsdb."))
                    .toList();
        }
    }

    @Test
    void tellTheLifeOfAConnection() throws IOException {
        JfrConnectionListener listener = new JfrConnectionListener();
        List<RecordedEvent> events = record(() -> {
            listener.connectionOpened(PEER);
            listener.connectionClosed(PEER, new IOException("reset"));
        });
        assertThat(events)
                .extracting(event -> event.getEventType().getName())
                .containsExactly("dev.ovsdb.ConnectionOpened", "dev.ovsdb.ConnectionClosed");
        assertThat(events.get(0).getString("peer")).isEqualTo("tcp:192.0.2.1:6640");
        assertThat(events.get(1).getString("cause")).contains("reset");
    }

    @Test
    void tellOfSlowAndUnansweredCallsOnly() throws IOException {
        JfrConnectionListener listener = new JfrConnectionListener(Duration.ofNanos(100));
        List<RecordedEvent> events = record(() -> {
            listener.callFinished(PEER, "echo", CallOutcome.RESULT, 99);
            listener.callFinished(PEER, "transact", CallOutcome.RESULT, 100);
            listener.callFinished(PEER, "monitor", CallOutcome.TIMEOUT, 5);
        });
        assertThat(events).extracting(event -> event.getString("method")).containsExactly("transact", "monitor");
        assertThat(events).extracting(event -> event.getLong("elapsed")).containsExactly(100L, 5L);
    }

    @Test
    void tellWhyConnectingFailed() throws IOException {
        List<RecordedEvent> events = record(() -> ConnectFailedEvent.start()
                .failed(
                        ConnectionMethod.tcp("h", 1),
                        new ConnectFailedException(ConnectFailedException.Kind.REFUSED, "nobody there", null)));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getString("method")).isEqualTo("tcp:h:1");
            assertThat(event.getString("kind")).isEqualTo("REFUSED");
        });
    }
}
