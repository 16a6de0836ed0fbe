package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One test, in the same words, on a program and on a container. */
@RequiresPeer({"docker", "ovsdb-server"})
class StartableServerIT {
    @TempDir
    private Path folder;

    static Stream<StartableServer<?>> servers() {
        Peers.requireImage(OvsdbContainer.defaultImage());
        return Stream.of(new LocalOvsdbServer(), new OvsdbContainer());
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isDescribedStartedUsedAndEnded(StartableServer<?> server) throws Exception {
        Path file = Files.writeString(folder.resolve("other.ovsschema"), Samples.SCHEMA.replace("Sample", "Other"));
        try (ReferencePki pki = ReferencePki.create();
                server) {
            server.withSchema(Samples.SCHEMA);
            server.withSchema(file);
            server.withTls(pki, pki.server());
            assertThat(server.isRunning()).isFalse();
            server.start();
            assertThat(server.isRunning()).isTrue();
            assertThat(server.databases()).containsExactly("Sample", "Other");
            assertThat(server.remotes()).contains(server.remote("tcp"), server.remote("ssl"));
            assertThat(server.pki()).isSameAs(pki);
            for (String remote : server.remotes())
                assertThat(databases(remote, pki)).contains("Sample", "Other");
            assertThat(server.appctl("ovsdb-server/list-dbs").lines()).contains("Other");
            assertThatThrownBy(() -> server.remote("nowhere"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tcp");
            int mark = server.log().mark();
            server.stop();
            server.log().await(mark, line -> line.contains("terminating with signal 15"), Duration.ofSeconds(30));
            assertThat(server.isRunning()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void isFrozenAndKilled(StartableServer<?> server) {
        try (server) {
            server.withSchema(Samples.SCHEMA);
            server.start();
            server.pause();
            assertThat(server.isRunning()).isTrue();
            server.resume();
            assertThat(Tool.named("ovsdb-client").output("list-dbs", server.remote("tcp")))
                    .contains("Sample");
            server.kill();
            assertThat(server.isRunning()).isFalse();
        }
    }

    @Test
    void aProgramComesBackWithItsPortsAndFiles() {
        try (LocalOvsdbServer server = new LocalOvsdbServer().withSchema(Samples.SCHEMA)) {
            server.start();
            List<String> before = server.remotes();
            server.stop();
            server.start();
            assertThat(server.remotes()).isEqualTo(before);
            assertThatThrownBy(() -> server.withSchema("{}")).isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<String> databases(String remote, ReferencePki pki) {
        try (var client =
                OvsdbClient.builder().remotes(remote).tls(pki.clientTls()).connectBlocking()) {
            return client.listDbs();
        }
    }
}
