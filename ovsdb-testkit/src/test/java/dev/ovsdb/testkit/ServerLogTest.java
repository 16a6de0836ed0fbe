package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerLogTest {
    private final ServerLog log = new ServerLog();

    @Test
    void aLineThatHasComeIsFoundAtOnce() {
        log.add("listening on port 17");
        assertThat(log.await("listening", Duration.ZERO)).isEqualTo("listening on port 17");
    }

    @Test
    void aLineOfAnotherThreadEndsTheWait() throws InterruptedException {
        Thread writer = new Thread(() -> log.add("ready"));
        writer.start();
        assertThat(log.await("ready", Duration.ofMinutes(1))).isEqualTo("ready");
        writer.join();
    }

    @Test
    void linesBeforeAMarkDoNotCount() {
        log.add("ready");
        int mark = log.mark();
        assertThatThrownBy(() -> log.await(mark, line -> line.equals("ready"), Duration.ZERO))
                .hasMessageContaining("not within");
    }

    @Test
    void theEndOfTheProcessEndsTheWaitAndTellsTheLog() {
        log.add("no such option");
        log.end();
        assertThatThrownBy(() -> log.await("ready", Duration.ofDays(1)))
                .hasMessageContaining("ended first")
                .hasMessageContaining("no such option");
    }
}
