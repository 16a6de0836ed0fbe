package dev.ovsdb.house.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.house.Sources;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java example of README and docs works as printed.
 *
 * <p>{@code tcp:127.0.0.1:6640} is a real server with the schema of Open vSwitch; to an example that listens on port 6640
 * such a server connects.
 */
class SnippetsIT {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String SERVER = "tcp:127.0.0.1:6640";
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
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void worksAsPrinted(Snippet example) throws Exception {
        Peers.require("ovsdb-server", "ovsdb-tool");
        int port = freePort();
        try (ReferenceServer server = server(example, port)) {
            String code = example.code().replace(LISTENER, "ptcp:" + port).replace(SERVER, server.remote("tcp"));
            String printed = new SnippetRunner(folder).run(new Snippet(example.place(), code, example.output()));
            example.output().ifPresent(expected -> assertThat(normal(printed)).isEqualTo(normal(expected)));
        }
    }

    private static ReferenceServer server(Snippet example, int port) {
        ReferenceServerBuilder builder =
                ReferenceServer.builder().installedSchema("vswitch.ovsschema").tcp();
        if (example.code().contains(LISTENER)) builder.dialOut("tcp:127.0.0.1:" + port);
        return builder.start();
    }

    private static String normal(String output) {
        return UUID.matcher(output).replaceAll("<uuid>").strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
