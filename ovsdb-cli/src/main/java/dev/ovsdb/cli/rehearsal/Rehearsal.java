package dev.ovsdb.cli.rehearsal;

import dev.ovsdb.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * Runs common commands against a server of its own, in one process, so that a class-data archive made of this run holds
 * what a later start loads: the connection and the printing, not only the help text.
 */
public final class Rehearsal {
    private static final List<List<String>> COMMANDS = List.of(
            List.of("client", "--version"),
            List.of("client", "list-dbs", RehearsalServer.REMOTE),
            List.of("client", "list-tables", RehearsalServer.REMOTE, RehearsalServer.DATABASE),
            List.of("client", "get-schema-version", RehearsalServer.REMOTE, RehearsalServer.DATABASE),
            List.of("client", "transact", RehearsalServer.REMOTE, "[\"" + RehearsalServer.DATABASE + "\"]"),
            List.of("client", "dump", RehearsalServer.REMOTE, RehearsalServer.DATABASE));

    private Rehearsal() {}

    /** Ends with status 1, and says which, if a command failed. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("ovsdb");
        int status = 0;
        try (RehearsalServer server = new RehearsalServer(folder.resolve("s"))) {
            for (List<String> command : COMMANDS) status |= run(server.addressed(command));
        } finally {
            Files.deleteIfExists(folder.resolve("s"));
            Files.delete(folder);
        }
        System.exit(status);
    }

    private static int run(List<String> command) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int status = Main.run(command, InputStream.nullInputStream(), output, output, Collections.emptyMap());
        if (status == 0) return 0;
        System.err.println(
                String.join(" ", command) + ": status " + status + ": " + output.toString(StandardCharsets.UTF_8));
        return 1;
    }
}
