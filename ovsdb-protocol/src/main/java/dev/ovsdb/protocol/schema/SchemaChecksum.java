package dev.ovsdb.protocol.schema;

/**
 * The checksum that a schema file carries in {@code cksum}: what {@code cksum(1)} says of the file without the lines that
 * mention {@code cksum}, as "crc length". Purely informational; the reference never checks it.
 */
public final class SchemaChecksum {
    private SchemaChecksum() {}

    /** The checksum that belongs into this {@code .ovsschema} text. */
    public static String compute(byte[] schemaText) {
        throw new UnsupportedOperationException();
    }
}
