package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java example of README and docs works as printed.
 *
 * <p>{@code tcp:127.0.0.1:6640} is a real server with the schema of Open vSwitch, or with the one on the page whose types the example
 * uses; to an example that listens on port 6640 such a server connects.
 */
class SnippetsIT {
    private static final String LISTENER = "ptcp:6640";

    @TempDir
    private Path folder;

    static List<Snippet> examples() {
        return Pages.snippets(Sources.ROOT);
    }

    @Test
    void readmeHasExamples() {
        assertThat(examples())
                .filteredOn(one -> one.place().startsWith("README.md"))
                .hasSizeGreaterThanOrEqualTo(8)
                .anyMatch(one ->
                        one.code().contains("dev.ovsdb.idl.Idl") && one.schema().isEmpty())
                .anyMatch(one -> one.schema().isPresent());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void worksAsPrinted(Snippet example) throws Exception {
        int port = freePort();
        Optional<String> dialOut =
                Optional.of("tcp:127.0.0.1:" + port).filter(it -> example.code().contains(LISTENER));
        try (SnippetServer server = SnippetServer.reference(example.schema(), dialOut)) {
            String code = example.code().replace(LISTENER, "ptcp:" + port).replace(Snippet.SERVER, server.remote());
            example.with(code).requireOutput(new SnippetRunner(folder));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
