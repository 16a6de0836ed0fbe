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

/** What cannot start says why in the reference's words, with its status; what can, starts as the reference does. */
class StartIT {
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "srv"); // Short, for sockets.
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
    void asTheReferenceDoes() throws IOException {
        List<String> differing = new ArrayList<>();
        List<List<String>> cases = cases();
        for (List<String> words : cases) {
            Outcome expected = run(ProcessProgram.reference("ovsdb-server", folder), words);
            Outcome actual = run(new OwnProgram("server", folder), words);
            if (!actual.equals(expected)) {
                differing.add(words + ": " + actual.differenceFrom(expected));
            }
        }
        assertThat(differing).isEmpty();
        System.out.println("ovsdb server: " + cases.size() + " starts equal to the reference's");
    }

    /** Each run has fresh files in the same place. */
    private Outcome run(Program program, List<String> words) throws IOException {
        deleteFolder();
        Files.createDirectory(folder);
        ServerFiles.make(folder);
        return program.run(words.stream()
                .map(word -> word.replace("{d}", folder.toString()))
                .toList());
    }

    private static List<List<String>> cases() throws IOException {
        try (InputStream in = StartIT.class.getResourceAsStream("start.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t")))
                    .toList();
        }
    }
}
