package dev.ovsdb.jsonrpc.tls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Works out which suites a cipher list selects, in the language that Open vSwitch's {@code --ssl-ciphers} has from OpenSSL:
 * words separated by colons, commas or spaces; {@code A+B} for suites that both select; {@code !} forbids for good,
 * {@code -} removes, {@code +} moves to the end, {@code @STRENGTH} sorts. Standard names may stand beside OpenSSL's.
 *
 * <p>As in OpenSSL a word that selects nothing here is no error, for such lists name suites of many years, and the list
 * says nothing about TLS 1.3, all of whose suites stay. Here, however, TLS 1.3 suites can be named: then only those stay.
 * {@code @SECLEVEL} is left to the JDK's own rules on weak algorithms.
 */
public final class CipherList {
    private final List<CipherSuite> supported;
    private final List<CipherSuite> selected = new ArrayList<>();
    private final Set<CipherSuite> forbidden = new LinkedHashSet<>();

    private CipherList(List<CipherSuite> supported) {
        this.supported = supported;
    }

    /**
     * @param list as above
     * @param supported the standard names of what the TLS engine can do, best first
     * @return standard names, in the order of preference
     * @throws TlsException if nothing is left
     */
    public static List<String> select(String list, List<String> supported) {
        CipherList state = new CipherList(supported.stream()
                .map(CipherSuite::of)
                .flatMap(Optional::stream)
                .toList());
        for (String word : list.strip().replace("@", ":@").split("[:,; ]+")) state.apply(word);
        List<String> names = state.names();
        if (names.isEmpty()) throw new TlsException("\"" + list + "\": no cipher suite that this engine knows is left");
        return names;
    }

    private void apply(String word) {
        if (word.startsWith("@")) {
            if (word.toUpperCase(Locale.ROOT).equals("@STRENGTH")) sortByStrength();
            return;
        }
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        switch (first) {
            case '!' -> forbid(matching(word.substring(1)));
            case '-' -> selected.removeAll(matching(word.substring(1)));
            case '+' -> moveToEnd(matching(word.substring(1)));
            default -> add(matching(word));
        }
    }

    private List<CipherSuite> matching(String word) {
        List<String> all = List.of(word.split("\\+"));
        return supported.stream()
                .filter(suite -> suite.words().containsAll(all))
                .toList();
    }

    private void add(List<CipherSuite> suites) {
        for (CipherSuite suite : suites) {
            if (!selected.contains(suite) && !forbidden.contains(suite)) selected.add(suite);
        }
    }

    private void forbid(List<CipherSuite> suites) {
        forbidden.addAll(suites);
        selected.removeAll(suites);
    }

    private void moveToEnd(List<CipherSuite> suites) {
        List<CipherSuite> moved = selected.stream().filter(suites::contains).toList();
        selected.removeAll(moved);
        selected.addAll(moved);
    }

    private void sortByStrength() {
        selected.sort(Comparator.comparingInt(CipherSuite::keyBits).reversed());
    }

    private List<String> names() {
        if (selected.isEmpty()) return List.of();
        List<CipherSuite> suites = new ArrayList<>();
        if (selected.stream().noneMatch(CipherSuite::tls13)) suites.addAll(everyTls13());
        suites.addAll(selected);
        return suites.stream().map(CipherSuite::name).toList();
    }

    private List<CipherSuite> everyTls13() {
        return supported.stream()
                .filter(suite -> suite.tls13() && !forbidden.contains(suite))
                .toList();
    }
}
