package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verbs that wait for what others do: the same happens to the reference, then to us, and both say the same. */
class LocksAndWaitsIT {
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
    void locksPassFromOneToTheOther() throws Exception {
        for (List<String> style : List.of(List.<String>of(), List.of("--pretty"))) {
            assertThat(contention(server.own(), style)).isEqualTo(contention(server.reference(), style));
        }
    }

    private static List<Outcome> contention(Program program, List<String> style) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Program.Running owner = start(program, style, "lock");
                Program.Running waiting = start(program, style, "lock");
                Program.Running thief = start(program, style, "steal")) {
            owner.out().await(text -> text.contains("stolen"));
            outcomes.add(thief.terminate());
            owner.out().await(text -> text.contains("\nlocked"));
            outcomes.add(owner.terminate());
            waiting.out().await(text -> text.contains("\nlocked"));
            outcomes.add(waiting.terminate());
        }
        return outcomes;
    }

    private static Program.Running start(Program program, List<String> style, String verb) throws InterruptedException {
        List<String> line = new ArrayList<>(style);
        line.addAll(List.of(verb, "unix:db.sock", "the_lock"));
        Program.Running running = program.start(line, new byte[0]);
        assertThat(running.out().await(text -> text.contains("}"))).isTrue();
        return running;
    }

    @Test
    void timeoutsEndThemAsTheAlarmDoes() {
        List<List<String>> lines = List.of(
                List.of("-t", "4", "lock", "other"),
                List.of("--timeout=1", "unlock", "never_locked"),
                List.of("--timeout=1", "lock", "1 bad name"),
                List.of("-t1", "monitor", TestServer.EVERY_TYPE, "Empty"),
                List.of("-t1", "wait", "None", "added"),
                List.of("-t1", "wait", "unix:/nonexistent", "None", "added"),
                List.of("-t1", "list-dbs", "ptcp:0:127.0.0.1"));
        List<Outcome> expected = atOnce(server.reference(), lines);
        assertThat(expected).allMatch(outcome -> outcome.status() == 128 + 14);
        assertThat(atOnce(server.own(), lines)).isEqualTo(expected);
    }

    private static List<Outcome> atOnce(Program program, List<List<String>> lines) {
        List<Program.Running> running =
                lines.stream().map(line -> program.start(line, new byte[0])).toList();
        return running.stream().map(Program.Running::finish).toList();
    }

    @Test
    void aWaitEndsWhenTheDatabaseComesAndWhenItGoes() throws Exception {
        Path file = folder.resolve("late.db");
        Process create = new ProcessBuilder(
                        "ovsdb-tool",
                        "create",
                        file.toString(),
                        schemaFile("late").toString())
                .start();
        assertThat(create.waitFor()).isZero();
        for (Program program : List.of(server.reference(), server.own())) {
            try (Program.Running added = program.start(List.of("wait", "Late", "added"), new byte[0])) {
                server.server().appctl("ovsdb-server/add-db", file.toString());
                assertThat(added.finish()).isEqualTo(new Outcome(0, "", ""));
            }
            try (Program.Running removed = program.start(List.of("wait", "Late", "removed"), new byte[0])) {
                server.server().appctl("ovsdb-server/remove-db", "Late");
                assertThat(removed.finish()).isEqualTo(new Outcome(0, "", ""));
            }
        }
    }

    @Test
    void aMonitorEndsWhenItsDatabaseGoes() throws Exception {
        Path file = folder.resolve("gone.db");
        Process create = new ProcessBuilder(
                        "ovsdb-tool",
                        "create",
                        file.toString(),
                        schemaFile("gone").toString())
                .start();
        assertThat(create.waitFor()).isZero();
        List<Outcome> outcomes = new ArrayList<>();
        for (Program program : List.of(server.reference(), server.own())) {
            server.server().appctl("ovsdb-server/add-db", file.toString());
            server.transact("[\"Late\",{\"op\":\"insert\",\"table\":\"T\",\"row\":{}}]");
            try (Program.Running monitor = program.start(List.of("monitor", "Late", "T", "a"), new byte[0])) {
                monitor.out().await(text -> text.contains("initial"));
                server.server().appctl("ovsdb-server/remove-db", "Late");
                outcomes.add(monitor.finish().withoutUuids());
            }
        }
        assertThat(outcomes.get(0).message()).endsWith("Late database was removed");
        assertThat(outcomes.get(1).message()).isEqualTo(outcomes.get(0).message());
        assertThat(outcomes.get(1).status()).isEqualTo(outcomes.get(0).status());
    }

    private Path schemaFile(String name) throws Exception {
        Path schema = folder.resolve(name + ".ovsschema");
        Files.writeString(schema, "{\"name\":\"Late\",\"tables\":{\"T\":{\"columns\":{\"a\":{\"type\":\"string\"}}}}}");
        return schema;
    }
}
