package dev.ovsdb.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A digest of all that decides what is generated: contents, not times, which a checkout changes. For one thread. */
final class Fingerprint {
    private final MessageDigest digest = sha256();

    Fingerprint add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file's contents; that there is none counts too. */
    Fingerprint add(@Nullable File file) throws IOException {
        if (file == null || !file.isFile()) {
            return add("no file");
        }
        return add(Files.readAllBytes(file.toPath()));
    }

    private Fingerprint add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII)); // So that parts cannot run together.
        digest.update(bytes);
        return this;
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String of(Path file) throws IOException {
        return new Fingerprint().add(file.toFile()).text();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
