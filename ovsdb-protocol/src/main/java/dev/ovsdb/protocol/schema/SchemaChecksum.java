package dev.ovsdb.protocol.schema;

import java.nio.charset.StandardCharsets;

/**
 * The checksum that a schema file carries in its member {@code cksum}: what {@code cksum(1)} says of the file without each
 * line that mentions {@code cksum}, as "crc length". It depends on the file's layout, and is informational only: the reference
 * server and its tools hand the member on as they find it.
 */
public final class SchemaChecksum {
    private static final int[] TABLE = table();

    private SchemaChecksum() {}

    /** The checksum that belongs into the member {@code cksum} of this {@code .ovsschema} file. */
    public static String compute(byte[] file) {
        int crc = 0;
        long length = 0;
        for (String line : new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)")) {
            if (!line.contains("cksum")) {
                crc = add(crc, line);
                length += line.length();
            }
        }
        for (long rest = length; rest != 0; rest >>>= 8) {
            crc = add(crc, (int) rest);
        }
        return Integer.toUnsignedString(~crc) + " " + length;
    }

    private static int add(int crc, String bytes) {
        int sum = crc;
        for (int i = 0; i < bytes.length(); i++) {
            sum = add(sum, bytes.charAt(i));
        }
        return sum;
    }

    private static int add(int crc, int b) {
        return crc << 8 ^ TABLE[(crc >>> 24 ^ b) & 0xff];
    }

    /** POSIX's CRC: polynomial 0x04C11DB7, the most significant bit first. */
    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int crc = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ (crc < 0 ? 0x04C11DB7 : 0);
            }
            table[i] = crc;
        }
        return table;
    }
}
