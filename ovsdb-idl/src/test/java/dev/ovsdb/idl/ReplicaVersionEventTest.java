package dev.ovsdb.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ScriptedPeer;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaVersionEventTest {
    @Test
    void tellsEachVersion(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("replica.jfr");
        try (Recording recording = new Recording();
                Scene scene = new Scene()) {
            recording.enable("dev.ovsdb.ReplicaVersion");
            recording.start();
            ScriptedPeer server = scene.server();
            server.on("monitor_cond_since").reply(Scene.contents(Scene.initial(1, "a")));
            scene.idl();
            scene.update(server, "T", Scene.insert(2, "b"), Scene.rename(1, "c"));
            recording.stop();
            recording.dump(file);
        }
        List<RecordedEvent> events = RecordingFile.readAllEvents(file);

        assertThat(events)
                .extracting(event -> event.getString("database") + " " + event.getString("kind") + " "
                        + event.getLong("sequence") + " " + event.getInt("rowChanges") + " " + event.getLong("rows"))
                .containsExactly("db INITIAL 1 0 1", "db UPDATE 2 2 2");
    }
}
