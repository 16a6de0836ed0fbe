package dev.ovsdb.benchmarks.workload;

import dev.ovsdb.testkit.InstalledSchemas;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Database files of any number of rows, made once and copied for each run. */
public final class DatabaseFiles {
    private final Path folder;

    public DatabaseFiles(Path folder) {
        this.folder = folder;
    }

    /** A fresh copy of the database with this many rows, rounded up to whole units. */
    public Path copy(int rows, Path to) throws IOException {
        Path original = folder.resolve("rows" + rows + ".db");
        if (!Files.exists(original)) write(rows, original);
        return Files.copy(original, to);
    }

    /** Writes a database with this schema and no rows. */
    public static void empty(String schema, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            record(schema, out);
        }
    }

    private static void write(int rows, Path file) throws IOException {
        String schema = Files.readString(InstalledSchemas.require("ovn-nb.ovsschema"));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            record(schema, out);
            for (int unit = 0; unit * Units.ROWS < rows; unit++) record(Units.record(unit), out);
        }
    }

    private static void record(String json, OutputStream out) throws IOException {
        byte[] bytes = (json.strip() + "\n").getBytes(StandardCharsets.UTF_8);
        String header = "OVSDB JSON " + bytes.length + " " + HexFormat.of().formatHex(sha1(bytes)) + "\n";
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
