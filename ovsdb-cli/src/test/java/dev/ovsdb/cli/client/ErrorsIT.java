package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked wrongly is refused with the reference's message and status; one case a line in the resources. */
class ErrorsIT {
    private static TestServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void ofTheCommandLine() {
        List<List<String>> cases = TestServer.resource("errors.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.isEmpty() ? List.<String>of() : Arrays.asList(line.split("\t")))
                .toList();
        compare(cases, 100);
    }

    @Test
    void ofJson() {
        List<List<String>> cases = new ArrayList<>();
        TestServer.resource("bad-json.txt").lines().forEach(json -> cases.add(List.of("transact", json)));
        cases.add(List.of("transact", "\"\u0001\""));
        cases.add(List.of("transact", "[1]\t\n \r[2]"));
        cases.add(List.of("transact", "[".repeat(1001)));
        cases.add(List.of("transact", ""));
        compare(cases, 60);
    }

    @Test
    void ofSchemaFiles() throws Exception {
        List<List<String>> cases = new ArrayList<>();
        int number = 0;
        for (String schema : TestServer.resource("bad-schemas.txt").lines().toList()) {
            Path file = folder.resolve("s" + number++);
            Files.writeString(file, schema, StandardCharsets.UTF_8);
            cases.add(List.of("needs-conversion", file.toString()));
            cases.add(List.of("convert", file.toString()));
        }
        cases.add(List.of("convert", "/nonexistent/file"));
        compare(cases, 60);
    }

    private static void compare(List<List<String>> cases, int atLeast) {
        List<String> differing = new ArrayList<>();
        for (List<String> line : cases) {
            Outcome expected = server.reference().run(line).withoutUuids();
            Outcome actual = server.own().run(line).withoutUuids();
            if (!actual.equals(expected)) {
                differing.add(line + ": " + actual.differenceFrom(expected));
            }
        }
        assertThat(differing).isEmpty();
        System.out.println("ovsdb client: " + cases.size() + " errors equal to the reference's");
        assertThat(cases).hasSizeGreaterThanOrEqualTo(atLeast);
    }
}
