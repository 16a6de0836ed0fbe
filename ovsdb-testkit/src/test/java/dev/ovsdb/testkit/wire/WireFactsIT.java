package dev.ovsdb.testkit.wire;

import dev.ovsdb.testkit.ReferenceCluster;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The facts of the wire, each as one or more cases that the real server must agree with, and our codecs too. */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class WireFactsIT {
    @TestFactory
    Stream<DynamicTest> facts() {
        return WireCase.all().stream()
                .map(wireCase -> DynamicTest.dynamicTest(wireCase.name(), wireCase.source(), () -> play(wireCase)));
    }

    private static void play(WireCase wireCase) throws IOException {
        if (wireCase.cluster()) {
            try (ReferenceCluster cluster = ReferenceCluster.start(1, Files.readString(wireCase.schemaFile()))) {
                play(wireCase, cluster.leader());
            }
        } else {
            try (ReferenceServer server = ReferenceServer.builder()
                    .schema(wireCase.schemaFile())
                    .unix()
                    .start()) {
                play(wireCase, server);
            }
        }
    }

    private static void play(WireCase wireCase, ReferenceServer server) {
        try (CaseRun run = new CaseRun(wireCase, server.remote("unix"))) {
            run.play();
        }
    }
}
