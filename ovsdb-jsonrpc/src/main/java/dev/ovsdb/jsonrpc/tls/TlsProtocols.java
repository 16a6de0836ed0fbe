package dev.ovsdb.jsonrpc.tls;

import java.util.List;
import java.util.stream.Stream;

/**
 * Protocol versions as Open vSwitch's {@code --ssl-protocols} has them: separated by commas or spaces, in letters of any case, and
 * {@code TLSv1.2+} for a version and all newer ones. Versions before 1.2 are broken and never spoken; a list may name them, as that
 * option's old default did, as long as something is left.
 */
final class TlsProtocols {
    static final List<String> ALL = List.of("TLSv1.3", "TLSv1.2");

    private static final List<String> OBSOLETE = List.of("SSLv3", "TLSv1", "TLSv1.0", "TLSv1.1");

    private TlsProtocols() {}

    /** @throws TlsException if a word is no protocol version, or nothing is left */
    static List<String> parse(String text) {
        List<String> words = List.of(text.strip().split("[,; ]+"));
        words.forEach(word -> check(word, text));
        List<String> enabled = ALL.stream()
                .filter(version -> words.stream().anyMatch(word -> enables(word, version)))
                .toList();
        if (enabled.isEmpty()) throw new TlsException("\"" + text + "\": only TLSv1.2 and TLSv1.3 can be spoken");
        return enabled;
    }

    private static boolean enables(String word, String version) {
        if (!word.endsWith("+")) return word.equalsIgnoreCase(version);
        String oldest = word.substring(0, word.length() - 1);
        return OBSOLETE.stream().anyMatch(oldest::equalsIgnoreCase)
                || oldest.equalsIgnoreCase("TLSv1.2")
                || oldest.equalsIgnoreCase(version);
    }

    private static void check(String word, String text) {
        String version = word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
        if (Stream.concat(ALL.stream(), OBSOLETE.stream()).noneMatch(version::equalsIgnoreCase)) {
            throw new TlsException("\"" + text + "\": expected TLSv1.2, TLSv1.3 or TLSv1.2+, not \"" + word + "\"");
        }
    }
}
