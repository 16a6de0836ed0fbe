package dev.ovsdb.server.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that guards a record. */
final class Sha1 {
    static final int HEX_LENGTH = 40;

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest;

    Sha1() {
        try {
            digest = MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-1", e);
        }
    }

    static boolean isHex(String text) {
        return text.length() == HEX_LENGTH && text.chars().allMatch(HexFormat::isHexDigit);
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    /** The hash of what was fed since the last one, in lower-case digits. */
    String hex() {
        return HEX.formatHex(digest.digest());
    }
}
