package dev.ovsdb.conformance.match;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text with {@code %XX} for bytes that cannot stand in a text file. */
public final class PercentText {
    private PercentText() {}

    /** The bytes that the text stands for. */
    public static byte[] bytes(String text) {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.write(raw[i]);
                continue;
            }
            bytes.write(Integer.parseInt(new String(raw, i + 1, 2, StandardCharsets.US_ASCII), 16));
            i += 2;
        }
        return bytes.toByteArray();
    }

    /** The text that stands for the bytes. */
    public static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte next : bytes) {
            if (next >= 0x20 && next < 0x7f && next != '%') text.append((char) next);
            else text.append("%%%02x".formatted(next & 0xff));
        }
        return text.toString();
    }
}
