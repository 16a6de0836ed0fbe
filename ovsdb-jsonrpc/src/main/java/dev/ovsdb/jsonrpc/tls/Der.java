package dev.ovsdb.jsonrpc.tls;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The little of ASN.1 DER that is needed to put an old-style private key into the form that the JDK reads. */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int CONTEXT_0 = 0xA0;

    private Der() {}

    /** One element: tag, length, the contents one after the other. */
    static byte[] element(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) length += content.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        writeLength(out, length);
        for (byte[] content : contents) out.writeBytes(content);
        return out.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | bytes);
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) out.write(length >> shift);
    }

    /** Reads one element off the front of {@code in}: its contents. */
    static ByteBuffer read(ByteBuffer in, int expectedTag) {
        int tag = in.get() & 0xFF;
        if (tag != expectedTag) throw new IllegalArgumentException("expected tag " + expectedTag + ", found " + tag);
        int length = in.get() & 0xFF;
        if (length >= 0x80) {
            int bytes = length & 0x7F;
            if (bytes > 4) throw new IllegalArgumentException("an element too long");
            length = 0;
            for (int i = 0; i < bytes; i++) length = length << 8 | in.get() & 0xFF;
        }
        if (length < 0 || length > in.remaining()) throw new IllegalArgumentException("an element beyond the end");
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }
}
