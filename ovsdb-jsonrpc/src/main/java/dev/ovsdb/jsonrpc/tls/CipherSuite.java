package dev.ovsdb.jsonrpc.tls;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cipher suite under the name of the standards ({@code TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256}), and under every word by
 * which an OpenSSL cipher list may select it ({@code ECDHE-RSA-AES128-GCM-SHA256}, {@code HIGH}, {@code AESGCM}, ...).
 */
record CipherSuite(String name, int keyBits, boolean tls13, Set<String> words) {
    private static final Pattern NAME = Pattern.compile("TLS_(?:(?<exchange>[A-Z]+)(?:_(?<auth>[A-Z]+))?_WITH_)?"
            + "(?<cipher>AES_(?<bits>128|256)_(?<mode>GCM|CCM_8|CCM|CBC)|CHACHA20_POLY1305)(?:_(?<hash>SHA\\d*))?");

    /** Empty for a suite that is never offered: without encryption, without authentication, or broken. */
    static Optional<CipherSuite> of(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) return Optional.empty();
        boolean tls13 = matcher.group("exchange") == null;
        int keyBits = matcher.group("bits") == null ? 256 : Integer.parseInt(matcher.group("bits"));
        Set<String> words = new LinkedHashSet<>();
        words.add(name);
        if (!tls13 && !addWords(words, matcher, keyBits)) return Optional.empty();
        return Optional.of(new CipherSuite(name, keyBits, tls13, words));
    }

    private static boolean addWords(Set<String> words, Matcher name, int keyBits) {
        String exchange = name.group("exchange");
        String auth = name.group("auth") == null ? exchange : name.group("auth");
        if (!addExchange(words, exchange) || !addAuthentication(words, auth)) return false;
        addCipher(words, name, keyBits);
        words.add(openSslName(name, exchange, auth, keyBits));
        addAll(words, "ALL", "DEFAULT", "HIGH");
        return true;
    }

    private static boolean addExchange(Set<String> words, String exchange) {
        switch (exchange) {
            case "ECDHE" -> addAll(words, "ECDHE", "EECDH", "kECDHE", "kEECDH", "ECDH");
            case "DHE" -> addAll(words, "DHE", "EDH", "kDHE", "kEDH", "DH");
            case "RSA" -> addAll(words, "kRSA", "RSA");
            default -> {
                return false; // Fixed Diffie-Hellman and shared keys, which need more than certificates.
            }
        }
        return true;
    }

    private static boolean addAuthentication(Set<String> words, String auth) {
        switch (auth) {
            case "RSA" -> words.add("aRSA");
            case "ECDSA" -> addAll(words, "aECDSA", "ECDSA");
            case "DSS" -> addAll(words, "aDSS", "DSS");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void addCipher(Set<String> words, Matcher name, int keyBits) {
        String mode = name.group("mode");
        if (mode == null) {
            addAll(words, "CHACHA20", "TLSv1.2");
            return;
        }
        addAll(words, "AES", "AES" + keyBits);
        switch (mode) {
            case "GCM" -> addAll(words, "AESGCM", "TLSv1.2");
            case "CBC" -> addCbc(words, name.group("hash"));
            case "CCM_8" -> addAll(words, "AESCCM", "AESCCM8", "TLSv1.2");
            default -> addAll(words, "AESCCM", "TLSv1.2");
        }
    }

    private static void addCbc(Set<String> words, String hash) {
        if (hash.equals("SHA")) addAll(words, "SHA", "SHA1", "SSLv3", "TLSv1", "TLSv1.0");
        else addAll(words, hash, "TLSv1.2");
    }

    private static String openSslName(Matcher name, String exchange, String auth, int keyBits) {
        String prefix = exchange.equals("RSA") ? "" : exchange + "-" + auth + "-";
        String mode = name.group("mode");
        if (mode == null) return prefix + "CHACHA20-POLY1305";
        return switch (mode) {
            case "GCM" -> prefix + "AES" + keyBits + "-GCM-" + name.group("hash");
            case "CBC" -> prefix + "AES" + keyBits + "-" + name.group("hash");
            default -> prefix + "AES" + keyBits + "-" + mode.replace("_", "");
        };
    }

    private static void addAll(Set<String> words, String... more) {
        words.addAll(List.of(more));
    }
}
