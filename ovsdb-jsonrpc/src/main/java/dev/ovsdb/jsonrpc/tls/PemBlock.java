package dev.ovsdb.jsonrpc.tls;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a PEM file: what {@code BEGIN} calls it, and its bytes. Text around the blocks, such as the certificate in
 * words that {@code ovs-pki} puts before it, is ignored.
 */
public final class PemBlock {
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----");

    private final String type;
    private final byte[] der;

    private PemBlock(String type, byte[] der) {
        this.type = type;
        this.der = der;
    }

    /** What {@code BEGIN} calls it, such as {@code CERTIFICATE}. */
    public String type() {
        return type;
    }

    byte[] der() {
        return der;
    }

    /** @throws TlsException if a block has no end or is not base64; {@code origin} opens the message */
    static List<PemBlock> parse(String text, String origin) {
        List<PemBlock> blocks = new ArrayList<>();
        Matcher begin = BEGIN.matcher(text);
        int from = 0;
        while (begin.find(from)) {
            String type = begin.group(1);
            String end = "-----END " + type + "-----";
            int bodyEnd = text.indexOf(end, begin.end());
            if (bodyEnd < 0) throw new TlsException(origin + ": \"BEGIN " + type + "\" without its END");
            blocks.add(new PemBlock(type, decode(text.substring(begin.end(), bodyEnd), type, origin)));
            from = bodyEnd + end.length();
        }
        return blocks;
    }

    private static byte[] decode(String body, String type, String origin) {
        if (body.contains("Proc-Type:")) {
            throw new TlsException(origin + ": the " + type + " is encrypted; store it without a passphrase");
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new TlsException(origin + ": the " + type + " is not valid base64", e);
        }
    }
}
