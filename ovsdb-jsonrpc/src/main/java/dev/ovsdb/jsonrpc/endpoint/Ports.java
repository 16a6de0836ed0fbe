package dev.ovsdb.jsonrpc.endpoint;

import java.util.Optional;

/** Port numbers in connection methods. */
final class Ports {
    private static final int MAX = 65_535;

    private Ports() {}

    /** Reads decimal digits and nothing else; the range is the business of the method's constructor. */
    static int parse(String digits) {
        boolean valid =
                !digits.isEmpty() && digits.length() <= 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!valid) throw new ConnectionMethodException(digits, "a port of 0 to " + MAX);
        return Integer.parseInt(digits);
    }

    static void checkActive(int port) {
        if (port < 1 || port > MAX) throw new ConnectionMethodException(String.valueOf(port), "a port of 1 to " + MAX);
    }

    static void checkPassive(int port) {
        if (port < 0 || port > MAX) throw new ConnectionMethodException(String.valueOf(port), "a port of 0 to " + MAX);
    }

    static String withBindHost(int port, Optional<String> bindHost) {
        return port + bindHost.map(host -> ":" + Hosts.bracketed(host)).orElse("");
    }
}
