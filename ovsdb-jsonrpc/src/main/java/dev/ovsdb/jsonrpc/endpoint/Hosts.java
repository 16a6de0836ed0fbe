package dev.ovsdb.jsonrpc.endpoint;

import io.netty.util.NetUtil;
import java.util.regex.Pattern;

/** Host names and addresses in connection methods. */
final class Hosts {
    private static final Pattern LOOKS_LIKE_IPV4 = Pattern.compile("[0-9.]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_]([\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}_.])?");

    private Hosts() {}

    /** Brackets are for IPv6; like the reference this also takes them around an IPv4 address. */
    static String unbracketed(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    /** The host if it is a valid address, or can be a name. */
    static String checked(String host) {
        if (host.indexOf(':') >= 0) {
            if (!NetUtil.isValidIpV6Address(host)) throw new ConnectionMethodException(host, "an IPv6 address");
        } else if (LOOKS_LIKE_IPV4.matcher(host).matches()) {
            // InetAddress would take "10.1" for 10.0.0.1.
            if (!NetUtil.isValidIpV4Address(host)) throw new ConnectionMethodException(host, "an IPv4 address");
        } else if (!NAME.matcher(host).matches()) {
            throw new ConnectionMethodException(host, "a host name or an address");
        }
        return host;
    }
}
