package dev.ovsdb.client.huge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply of 1 GiB is consumed as it comes, by a JVM whose heap is a quarter of that. */
class HugeReplyIT {
    @ParameterizedTest
    @ValueSource(strings = {"monitor", "select"})
    void fitsThroughASmallHeap(String kind) throws Exception {
        try (HugeServer server = new HugeServer(1L << 30)) {
            Process small = new ProcessBuilder(
                            System.getProperty("java.home") + "/bin/java",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            HugeReplyReader.class.getName(),
                            String.valueOf(server.port()),
                            kind)
                    .redirectErrorStream(true)
                    .start();
            String output = output(small);

            assertThat(small.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(output.lines()).last().isEqualTo("rows " + server.rows());
            assertThat(small.exitValue()).isZero();
            assertThat(server.rows()).isGreaterThan(200_000);
        }
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
