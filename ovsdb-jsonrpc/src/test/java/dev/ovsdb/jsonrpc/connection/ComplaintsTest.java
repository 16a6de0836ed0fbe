package dev.ovsdb.jsonrpc.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.testing.ManualEventLoop;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private final ManualEventLoop loop = new ManualEventLoop();
    private final Complaints complaints = new Complaints(loop.clock());

    @Test
    void whatWouldComeAThousandTimesIsSaidOnceInTenSeconds() {
        assertThat(complaints.worded("it rains")).isEqualTo("it rains");
        for (int i = 0; i < 999; i++) {
            loop.advance(Duration.ofMillis(10));
            assertThat(complaints.worded("it rains")).isNull();
        }

        loop.advance(Duration.ofMillis(10));

        assertThat(complaints.worded("it rains")).isEqualTo("it rains; 1000 times since this was said last");
        loop.advance(Duration.ofSeconds(10));
        assertThat(complaints.worded("it rains")).isEqualTo("it rains");
    }
}
