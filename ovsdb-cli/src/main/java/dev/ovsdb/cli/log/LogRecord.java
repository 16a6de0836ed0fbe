package dev.ovsdb.cli.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One record of a database file: a header line with length and SHA-1 of what follows, then JSON and a line feed.
 *
 * @param header with its line feed
 * @param data with its line feed
 */
public record LogRecord(byte[] header, byte[] data) {
    static final String MAGIC = "OVSDB JSON";

    public static LogRecord of(String json) {
        byte[] data = (json + "\n").getBytes(StandardCharsets.UTF_8);
        String header = MAGIC + " " + data.length + " " + sha1(data) + "\n";
        return new LogRecord(header.getBytes(StandardCharsets.US_ASCII), data);
    }

    static String sha1(byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }
}
