package dev.ovsdb.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@RequiresPeer("ovsdb-server")
class LocalReferenceServerIT {
    @Test
    void listensOnEverythingItWasToldTo() {
        try (ReferenceServer server =
                Samples.builder().tcp().tcp6().ssl().unix().start()) {
            assertThat(server.remotes()).hasSize(4);
            assertThat(server.remote("tcp")).matches("tcp:127\\.0\\.0\\.1:\\d+");
            assertThat(server.remote("tcp6")).matches("tcp:\\[::1]:\\d+");
            assertThat(server.remote("ssl")).matches("ssl:127\\.0\\.0\\.1:\\d+");
            for (String remote : server.remotes())
                assertThat(Samples.listDbs(server, remote)).contains("Sample");
        }
    }

    @Test
    void comesBackOnTheSamePortsWithTheSameData() {
        try (ReferenceServer server = Samples.builder().tcp().ssl().unix().start()) {
            var before = server.remotes();
            Samples.insert(server, "kept");
            server.kill();
            assertThat(server.isRunning()).isFalse();
            server.restart();
            assertThat(server.remotes()).isEqualTo(before);
            for (String remote : before)
                assertThat(Samples.dump(server, remote)).contains("kept");
        }
    }

    @Test
    void answersOnItsControlSocket() {
        try (ReferenceServer server = Samples.builder().start()) {
            assertThat(server.appctl("ovsdb-server/list-dbs").lines()).contains("Sample");
            assertThatThrownBy(() -> server.appctl("no-such-command")).hasMessageContaining("no-such-command");
        }
    }

    @Test
    void leavesNoProcessAndNoFileBehind() {
        ReferenceServer server = Samples.builder().ssl().start();
        var folder = server.databaseFile().getParent();
        var keys = server.pki().authority().getParent();
        server.close();
        assertThat(server.isRunning()).isFalse();
        assertThat(Files.exists(folder)).isFalse();
        assertThat(Files.exists(keys)).isFalse();
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() {
        var builder = ReferenceServer.builder().schema("{\"name\":\"Broken\",\"tables\":{\"t\":{}}}");
        assertThatThrownBy(builder::start).hasMessageContaining("columns");
        assertThatThrownBy(() -> Samples.builder().option("--no-such-option").start())
                .hasMessageContaining("no-such-option");
    }

    @Test
    void servesACopyOfADatabaseFile() {
        try (ReferenceServer first = Samples.builder().unix().start()) {
            Samples.insert(first, "copied");
            try (ReferenceServer second = ReferenceServer.builder()
                    .database(first.databaseFile())
                    .unix()
                    .start()) {
                assertThat(second.databases()).containsExactly("Sample");
                assertThat(Samples.dump(second, second.remote("unix"))).contains("copied");
            }
        }
    }

    @Test
    void connectsToATestThatListens() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ReferenceServer server = Samples.builder()
                        .dialOut("tcp:127.0.0.1:" + listener.getLocalPort())
                        .start();
                Socket connection = listener.accept()) {
            assertThat(server.remotes()).isEmpty();
            connection.getOutputStream().write("{\"id\":1,\"method\":\"echo\",\"params\":[]}".getBytes());
            String reply = "{\"id\":1,\"result\":[],\"error\":null}";
            assertThat(connection.getInputStream().readNBytes(reply.length()))
                    .asString()
                    .isEqualTo(reply);
        }
    }

    @Test
    void isFrozenAndGoesOn() throws IOException {
        try (ReferenceServer server = Samples.builder().unix().start()) {
            long pid = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains(folderOf(server)))
                    .findFirst()
                    .orElseThrow()
                    .pid();
            server.pause();
            assertThat(server.isRunning()).isTrue();
            assertThat(Files.readString(Path.of("/proc/" + pid + "/stat"))).contains(") T ");
            server.resume();
            assertThat(Samples.listDbs(server, server.remote("unix"))).contains("Sample");
        }
    }

    private static String folderOf(ReferenceServer server) {
        return server.databaseFile().getParent().toString();
    }
}
