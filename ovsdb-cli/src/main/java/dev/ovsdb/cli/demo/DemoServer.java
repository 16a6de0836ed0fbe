package dev.ovsdb.cli.demo;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.file.LogFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A server of the demonstration, with an empty database of its own in a folder of its own. Confined to its thread. */
abstract class DemoServer implements AutoCloseable {
    private final Path folder;
    private final Path database;

    DemoServer() {
        try {
            folder = Files.createTempDirectory(Path.of("/tmp"), "ovsdb-demo");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = folder.resolve("conf.db");
        LogFile.at(database).create(schema());
    }

    private static DatabaseSchema schema() {
        try (InputStream in = DemoServer.class.getResourceAsStream("wiring.ovsschema")) {
            if (in == null) {
                throw new IllegalStateException("wiring.ovsschema is missing from this program's jar");
            }
            return DatabaseSchema.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it is, for the story. */
    abstract String describe();

    abstract String tcpRemote();

    /** Ends it without a word to anybody, as far as it lets us; returns what was done. */
    abstract String stop();

    /** Starts it again on the same file, sockets and port. */
    abstract void restart();

    final String unixRemote() {
        return "unix:" + folder.resolve("db.sock");
    }

    final Path folder() {
        return folder;
    }

    final Path database() {
        return database;
    }

    final void deleteFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up " + folder, e);
        }
    }

    @Override
    public abstract void close();
}
