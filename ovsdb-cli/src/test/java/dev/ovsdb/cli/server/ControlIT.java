package dev.ovsdb.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.OwnProgram;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real {@code ovs-appctl} gives both servers the same commands and gets the same answers. */
class ControlIT {
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "ctl");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void answersAreTheReferences() throws Exception {
        List<String> commands = commands();
        List<Outcome> expected = answers(ProcessProgram.reference("ovsdb-server", folder), commands);
        List<Outcome> actual = answers(new OwnProgram("server", folder), commands);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            if (!actual.get(i).equals(expected.get(i))) {
                differing.add(commands.get(i) + ": " + actual.get(i).differenceFrom(expected.get(i)));
            }
        }
        assertThat(differing).isEmpty();
        System.out.println("ovsdb server: " + commands.size() + " control commands answered as the reference does");
    }

    @Test
    void commandsAreTheReferences() throws Exception {
        List<String> list = List.of("list-commands", "exit");
        String expected = answers(ProcessProgram.reference("ovsdb-server", folder), list)
                .get(0)
                .out();
        String actual = answers(new OwnProgram("server", folder), list).get(0).out();
        assertThat(actual).isEqualTo(expected);
    }

    private List<Outcome> answers(Program server, List<String> commands) throws Exception {
        deleteFolder();
        Files.createDirectory(folder);
        ServerFiles.make(folder);
        Path socket = folder.resolve("ctl");
        List<String> line = List.of(
                "--unixctl=" + socket,
                "--log-file=" + folder.resolve("log"),
                "-vconsole:off",
                folder.resolve("a.db").toString());
        Program control = ProcessProgram.reference("ovs-appctl", folder);
        List<Outcome> answers = new ArrayList<>();
        try (Program.Running running = server.start(line, new byte[0])) {
            while (control.run("-t", socket.toString(), "-T1", "version").status() != 0) {
                Thread.onSpinWait(); // Each attempt takes a process: it does not spin.
            }
            for (String command : commands) {
                List<String> words = new ArrayList<>(List.of("-t", socket.toString()));
                words.addAll(List.of(command.replace("{d}", folder.toString()).split(" ")));
                answers.add(control.run(words));
            }
            assertThat(running.finish().status()).isZero();
        }
        return answers;
    }

    private static List<String> commands() throws IOException {
        try (InputStream in = ControlIT.class.getResourceAsStream("control.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
