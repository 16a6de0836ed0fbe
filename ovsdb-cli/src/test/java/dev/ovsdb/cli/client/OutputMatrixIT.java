package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every verb that ends by itself, in every style, on both databases: the reference and we print the same. */
class OutputMatrixIT {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void sameOutputAndStatus() throws Exception {
        List<List<String>> cases = cases();
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<String>>> compared = new ArrayList<>();
            for (int worker = 0; worker < 4; worker++) {
                int first = worker;
                compared.add(workers.submit(() -> differing(cases, first)));
            }
            List<String> differing = new ArrayList<>();
            for (Future<List<String>> part : compared) {
                differing.addAll(part.get());
            }
            assertThat(differing).isEmpty();
        } finally {
            workers.shutdownNow();
        }
        System.out.println("ovsdb client: " + cases.size() + " invocations equal to the reference's");
        assertThat(cases).hasSizeGreaterThan(3000);
    }

    private static List<String> differing(List<List<String>> cases, int first) {
        List<String> differing = new ArrayList<>();
        for (int i = first; i < cases.size(); i += 4) {
            Outcome expected = server.reference().run(cases.get(i)).withoutTimes();
            Outcome actual = server.own().run(cases.get(i)).withoutTimes();
            if (!actual.equals(expected) && differing.size() < 5) {
                differing.add(cases.get(i) + ": " + actual.differenceFrom(expected));
            }
        }
        return differing;
    }

    private static List<List<String>> cases() {
        List<List<String>> cases = new ArrayList<>();
        for (List<String> style : Styles.all()) {
            for (List<String> verb : verbs()) {
                List<String> line = new ArrayList<>(style);
                line.addAll(verb);
                cases.add(line);
            }
        }
        return cases;
    }

    private static List<List<String>> verbs() {
        return List.of(
                List.of("list-dbs"),
                List.of("get-schema", TestServer.EVERY_TYPE),
                List.of("get-schema-version"),
                List.of("get-schema-cksum", TestServer.EVERY_TYPE),
                List.of("list-tables"),
                List.of("list-columns", TestServer.EVERY_TYPE),
                List.of("list-columns", "Bridge"),
                List.of("dump", TestServer.EVERY_TYPE),
                List.of("dump", TestServer.OPEN_VSWITCH),
                List.of("dump", TestServer.EVERY_TYPE, "Sets", "s", "i", "_uuid"),
                List.of(
                        "query",
                        "[\"Types\",{\"op\":\"select\",\"table\":\"Maps\",\"where\":[]},{\"op\":\"comment\",\"comment\":\"\"}]"),
                List.of(
                        "transact",
                        "[\"Types\",{\"op\":\"select\",\"table\":\"Scalar\",\"where\":[[\"i\",\"<\",13]]}]"),
                List.of("transact", "[\"Types\",{\"op\":\"select\",\"table\":\"None\",\"where\":[]}]"),
                List.of("transact", "[\"None\",{\"op\":\"comment\",\"comment\":\"x\"}]"),
                List.of("dump", TestServer.EVERY_TYPE, "None"),
                List.of("backup", TestServer.EVERY_TYPE));
    }
}
