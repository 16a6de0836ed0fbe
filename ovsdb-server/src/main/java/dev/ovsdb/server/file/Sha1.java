package dev.ovsdb.server.file;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that guards a record. */
final class Sha1 {
    static final int HEX_LENGTH = 40;

    private static final HexFormat HEX = HexFormat.of();

    private final MessageDigest digest;
    private final byte[] raw = new byte[HEX_LENGTH / 2];

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

    /** Writes the hash of what was fed since the last one, in lower-case digits. */
    void hexTo(byte[] to, int offset) {
        try {
            digest.digest(raw, 0, raw.length);
        } catch (DigestException e) {
            throw new IllegalStateException("the array has the digest's length", e);
        }
        for (int i = 0; i < raw.length; i++) {
            to[offset + 2 * i] = (byte) HEX.toHighHexDigit(raw[i]);
            to[offset + 2 * i + 1] = (byte) HEX.toLowHexDigit(raw[i]);
        }
    }

    /** The hash of what was fed since the last one, in lower-case digits. */
    String hex() {
        return HEX.formatHex(digest.digest());
    }
}
