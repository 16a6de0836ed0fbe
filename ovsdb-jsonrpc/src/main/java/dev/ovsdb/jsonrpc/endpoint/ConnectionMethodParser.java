package dev.ovsdb.jsonrpc.endpoint;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod.Active;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod.Passive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of {@link ConnectionMethod}.
 *
 * <p>Stricter than the reference in what can only be a slip of the pen: it takes {@code +1} and a blank before a port,
 * connects to port 0, and looks up {@code 256.1.1.1} as a name. More lenient in one: {@code tcp:[::1]} without a port.
 */
final class ConnectionMethodParser {
    private static final String ACTIVE_FORMS = "tcp:HOST[:PORT], ssl:HOST[:PORT] or unix:PATH";
    private static final String PASSIVE_FORMS = "ptcp:[PORT][:HOST], pssl:[PORT][:HOST] or punix:PATH";
    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*(?=[A-Za-z]+:)");

    private ConnectionMethodParser() {}

    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = SEPARATOR.matcher(text);
        int from = 0;
        while (matcher.find()) {
            parts.add(text.substring(from, matcher.start()).strip());
            from = matcher.end();
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    static Active parseActive(String text) {
        if (parse(text) instanceof Active active) return active;
        throw new ConnectionMethodException(text, "a peer to connect to: " + ACTIVE_FORMS);
    }

    static Passive parsePassive(String text) {
        if (parse(text) instanceof Passive passive) return passive;
        throw new ConnectionMethodException(text, "a place to listen on: " + PASSIVE_FORMS);
    }

    static ConnectionMethod parse(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        try {
            return switch (scheme) {
                case "tcp" -> active(rest, ConnectionMethod.Tcp::new);
                case "ssl" -> active(rest, ConnectionMethod.Ssl::new);
                case "unix" -> new ConnectionMethod.Unix(rest);
                case "ptcp" -> passive(rest, ConnectionMethod.PassiveTcp::new);
                case "pssl" -> passive(rest, ConnectionMethod.PassiveSsl::new);
                case "punix" -> new ConnectionMethod.PassiveUnix(rest);
                default -> throw new ConnectionMethodException(text, ACTIVE_FORMS + ", " + PASSIVE_FORMS);
            };
        } catch (ConnectionMethodException e) {
            throw e.ofWhole(text);
        }
    }

    /** Reads {@code HOST[:PORT]}. */
    private static <T> T active(String rest, ActiveFactory<T> factory) {
        int end = endOfHost(rest);
        String host = Hosts.unbracketed(rest.substring(0, end));
        if (end == rest.length()) return factory.create(host, ConnectionMethod.DEFAULT_PORT);
        return factory.create(host, Ports.parse(rest.substring(end + 1)));
    }

    /** Reads {@code [PORT][:HOST]}. */
    private static <T> T passive(String rest, PassiveFactory<T> factory) {
        int colon = rest.indexOf(':');
        String port = colon < 0 ? rest : rest.substring(0, colon);
        Optional<String> host = Optional.empty();
        if (colon >= 0) {
            String written = rest.substring(colon + 1);
            if (endOfHost(written) != written.length())
                throw new ConnectionMethodException(written, "PORT before HOST, and nothing after it");
            host = Optional.of(Hosts.unbracketed(written));
        }
        return factory.create(port.isEmpty() ? ConnectionMethod.DEFAULT_PORT : Ports.parse(port), host);
    }

    /** Where the host that begins a text ends: at its end, or at the colon before a port. */
    private static int endOfHost(String text) {
        int end = text.indexOf(':');
        if (text.startsWith("[")) {
            end = text.indexOf(']') + 1;
            if (end == 0) throw new ConnectionMethodException(text, "a closing bracket after the IPv6 address");
            if (end == text.length()) return end;
            if (text.charAt(end) != ':')
                throw new ConnectionMethodException(text, "a colon and a port, or nothing, after the closing bracket");
            return end;
        }
        if (end >= 0 && text.indexOf(':', end + 1) >= 0) {
            throw new ConnectionMethodException(
                    text, "an IPv6 address in brackets, or one colon between host and port");
        }
        return end < 0 ? text.length() : end;
    }

    private interface ActiveFactory<T> {
        T create(String host, int port);
    }

    private interface PassiveFactory<T> {
        T create(int port, Optional<String> bindHost);
    }
}
