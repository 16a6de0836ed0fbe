package dev.ovsdb.client;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was given no connector has an event loop of its own, which ends with it. */
class OwnEventLoopTest {
    @Test
    void closingAgainAfterItHasEndedIsNoFault(@TempDir Path folder) throws Exception {
        OvsdbClient client = OvsdbClient.builder()
                .remotes("unix:" + folder.resolve("nobody"))
                .start();
        client.close();
        client.closed().get(20, TimeUnit.SECONDS);
        assertThatCode(client::close).doesNotThrowAnyException();
    }
}
