package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.ReferenceServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups are database files; restoring one gives the rows back; schemas are converted. */
class BackupAndConvertIT {
    private TestServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void startServer() {
        server = TestServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aServerTakesABackupForItsFile() throws Exception {
        Outcome dump = server.reference().run("dump", TestServer.EVERY_TYPE, "Maps");
        Path file = folder.resolve("backup.db");
        Files.write(file, backup(server.own()));
        try (ReferenceServer restored =
                ReferenceServer.builder().database(file).unix().start()) {
            Outcome dumped = server.reference().run("dump", restored.remote("unix"), TestServer.EVERY_TYPE, "Maps");
            assertThat(dumped).isEqualTo(dump);
        }
    }

    @Test
    void restoringBringsBackWhatTheReferenceBringsBack() {
        byte[] backup = backup(server.reference());
        String row = "[\"Types\",{\"op\":\"delete\",\"table\":\"Sets\",\"where\":[]}]";
        server.transact(row);
        Outcome byReference = server.reference().run(List.of("restore", TestServer.EVERY_TYPE), backup);
        String expected = dump();
        server.transact(row);
        Outcome byUs = server.own().run(List.of("restore", TestServer.EVERY_TYPE), backup);
        assertThat(byUs).isEqualTo(byReference).isEqualTo(new Outcome(0, "", ""));
        assertThat(dump()).isEqualTo(expected).contains("[x, y, z]");
    }

    @Test
    void aServersOwnFileWithItsDifferencesCanBeRestored() throws Exception {
        server.transact("[\"Types\",{\"op\":\"mutate\",\"table\":\"Sets\",\"where\":[],\"mutations\":"
                + "[[\"i\",\"insert\",[\"set\",[77,78]]]]},{\"op\":\"delete\",\"table\":\"Optional\",\"where\":[]}]");
        byte[] file = Files.readAllBytes(server.server().databaseFile(TestServer.EVERY_TYPE));
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("_is_diff");
        String before = dump();
        server.transact("[\"Types\",{\"op\":\"delete\",\"table\":\"Sets\",\"where\":[]}]");
        assertThat(server.own().run(List.of("restore", TestServer.EVERY_TYPE), file))
                .isEqualTo(new Outcome(0, "", ""));
        assertThat(dump()).isEqualTo(before).contains("[-2, 1, 3, 77, 78]");
    }

    @Test
    void whatIsNoBackupIsRefused() {
        byte[] backup = backup(server.reference());
        String text = new String(backup, StandardCharsets.ISO_8859_1);
        for (String broken : List.of(
                "",
                "no database",
                "no database\nat all\n",
                text.substring(0, 1000),
                text + "garbage",
                text + "OVSDB JSON 5 0000000000000000000000000000000000000000\n",
                text.replace("leaf one", "leaf two"))) {
            byte[] input = broken.getBytes(StandardCharsets.ISO_8859_1);
            List<String> line = List.of("restore", TestServer.EVERY_TYPE);
            assertThat(server.own().run(line, input))
                    .isEqualTo(server.reference().run(line, input));
        }
        List<String> other = List.of("restore", TestServer.OPEN_VSWITCH);
        assertThat(server.own().run(other, backup)).isEqualTo(server.reference().run(other, backup));
    }

    @Test
    void schemasAreConverted() throws Exception {
        Path same = folder.resolve("same");
        Files.writeString(same, TestServer.resource("every-type.ovsschema"));
        Path newer = folder.resolve("newer");
        Files.writeString(newer, Files.readString(same).replace("1.2.3", "1.2.4"));
        assertThat(needsConversion(same)).isEqualTo(new Outcome(0, "no\n", ""));
        assertThat(needsConversion(newer)).isEqualTo(new Outcome(0, "yes\n", ""));
        assertThat(server.own().run("convert", newer.toString())).isEqualTo(new Outcome(0, "", ""));
        assertThat(needsConversion(newer)).isEqualTo(new Outcome(0, "no\n", ""));
        assertThat(server.reference()
                        .run("get-schema-version", TestServer.EVERY_TYPE)
                        .out())
                .isEqualTo("1.2.4\n");
        Path impossible = folder.resolve("impossible");
        Files.writeString(
                impossible,
                Files.readString(newer).replace("\"name\":{\"type\":\"string\"}", "\"name\":{\"type\":\"integer\"}"));
        Outcome expected = server.reference().run("convert", impossible.toString());
        assertThat(expected.message()).contains("transaction returned error");
        assertThat(server.own().run("convert", impossible.toString())).isEqualTo(expected);
    }

    private Outcome needsConversion(Path schema) {
        Outcome outcome = server.own().run("needs-conversion", schema.toString());
        assertThat(outcome).isEqualTo(server.reference().run("needs-conversion", schema.toString()));
        return outcome;
    }

    private static byte[] backup(Program program) {
        Outcome outcome = program.run("backup", TestServer.EVERY_TYPE);
        assertThat(outcome.status()).isZero();
        return outcome.out().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Without UUIDs, which a restored row has new. */
    private String dump() {
        return server.reference()
                .run("--format=list", "dump", TestServer.EVERY_TYPE, "Sets")
                .out()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<uuid>");
    }
}
