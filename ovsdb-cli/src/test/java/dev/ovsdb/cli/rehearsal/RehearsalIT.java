package dev.ovsdb.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalIT {
    /**
     * The recorder takes a third of a second to set up, on whatever thread makes the first event: nothing that a server does may
     * make one while nobody records.
     */
    @Test
    void succeedsAndSetsUpNoFlightRecorder() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dio.netty.jfr.enabled=false",
                        Rehearsal.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(output).isZero();
        assertThat(output).contains("dev.ovsdb.server.file.Rewrite ");
        assertThat(output.lines().filter(RehearsalIT::isOfEvents)).isEmpty();
    }

    private static boolean isOfEvents(String line) {
        return line.contains("jdk.jfr.internal.MetadataRepository ") || line.matches(".* dev\\.ovsdb\\.\\S+Event .*");
    }
}
