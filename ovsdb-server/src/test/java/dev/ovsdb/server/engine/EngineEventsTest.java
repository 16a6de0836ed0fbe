package dev.ovsdb.server.engine;

import static dev.ovsdb.server.engine.Bench.insert;
import static dev.ovsdb.server.engine.Bench.request;
import static dev.ovsdb.server.engine.Bench.transact;
import static dev.ovsdb.server.engine.Bench.waitFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flight recording tells of the engine. */
class EngineEventsTest {
    @TempDir
    Path folder;

    /** What an engine did meanwhile, of one kind. */
    private List<RecordedEvent> record(String kind, Runnable happening) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable("dev.ovsdb." + kind).withoutThreshold();
            recording.start();
            happening.run();
            recording.stop();
            Path file = folder.resolve("events.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals("dev.ovsdb." + kind))
                    .toList();
        }
    }

    @Test
    void aTransactionWithWhatItChangedAndHowItEnded() throws IOException {
        List<RecordedEvent> events = record("Transaction", () -> {
            Bench bench = new Bench();
            Bench.Client anna = bench.client();
            anna.send(transact(1, waitFor(1)), transact(2, insert(1) + "," + insert(2)), transact(3, insert(1)));
        });

        assertThat(events).hasSize(3).allSatisfy(event -> {
            assertThat(event.getString("database")).isEqualTo("A");
            assertThat(event.getString("peer")).isNotEmpty();
        });
        assertThat(events).extracting(event -> event.getInt("rowChanges")).containsExactlyInAnyOrder(0, 2, 0);
        assertThat(events)
                .extracting(event -> event.getString("error"))
                .containsExactlyInAnyOrder(null, null, "duplicate uuid");
    }

    @Test
    void aMonitorsFirstContentsAndItsWholeLife() throws IOException {
        Runnable monitor = () -> {
            Bench bench = new Bench();
            Bench.Client anna = bench.client();
            anna.send(request(1, "monitor_cond", "['A','m',{'T':[{}]}]"), request(2, "monitor_cancel", "['m']"));
        };

        assertThat(record("MonitorContents", monitor)).singleElement().satisfies(event -> {
            assertThat(event.getString("method")).isEqualTo("monitor_cond");
            assertThat(event.getLong("bytes")).isEqualTo("{}".length());
            assertThat(event.getBoolean("complete")).isTrue();
        });
        assertThat(record("EngineMonitor", monitor)).hasSize(1);
    }

    @Test
    void eachRequestWithItsMethod() throws IOException {
        List<RecordedEvent> events = record(
                "EngineRequest",
                () -> new Bench().client().send(request(1, "list_dbs", "[]"), request(2, "get_schema", "['nope']")));

        assertThat(events)
                .extracting(event -> event.getString("method"), event -> event.getString("error"))
                .contains(tuple("list_dbs", null), tuple("get_schema", "unknown database"));
    }

    @Test
    void aSessionWhenItHasEnded() throws IOException {
        assertThat(record("EngineSession", () -> {
                    Bench bench = new Bench();
                    bench.client().peer.hangUp();
                    bench.run();
                }))
                .hasSize(1);
    }
}
