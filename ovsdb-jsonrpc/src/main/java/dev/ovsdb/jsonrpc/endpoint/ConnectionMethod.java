package dev.ovsdb.jsonrpc.endpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to reach a peer ({@link Active}) or where to await peers ({@link Passive}).
 *
 * <p>The forms, as in Open vSwitch's manuals:
 *
 * <pre>
 * tcp:HOST[:PORT]      ssl:HOST[:PORT]      unix:PATH
 * ptcp:[PORT][:HOST]   pssl:[PORT][:HOST]   punix:PATH
 * </pre>
 *
 * A HOST is a name, an IPv4 address, or an IPv6 address in brackets, which may have a scope ({@code [fe80::1%eth0]}). A
 * PORT that is left out is {@value #DEFAULT_PORT}. {@link Object#toString} gives the canonical form: it always has the port, and
 * parses to an equal value. Methods are equal when their canonical forms are; no name is resolved for that.
 */
public sealed interface ConnectionMethod {
    /** The port that IANA registered for OVSDB. */
    int DEFAULT_PORT = 6640;

    /** Whether the bytes on this connection are encrypted by TLS. */
    default boolean isTls() {
        return this instanceof Ssl || this instanceof PassiveSsl;
    }

    /** Whether this is a Unix domain socket, whose peer is on the same machine. */
    default boolean isUnix() {
        return this instanceof Unix || this instanceof PassiveUnix;
    }

    /** @throws ConnectionMethodException if the text is none of the forms above; it quotes the text */
    static ConnectionMethod parse(String text) {
        return ConnectionMethodParser.parse(text);
    }

    /**
     * Reads methods separated by commas, with or without spaces around them. Like the reference programs this splits only
     * before something that looks like a method, so a Unix path may hold a comma.
     *
     * @return at least one method, in the order written
     * @throws ConnectionMethodException if one of them is malformed, or there is none
     */
    static List<ConnectionMethod> parseList(String text) {
        return ConnectionMethodParser.split(text).stream()
                .map(ConnectionMethod::parse)
                .toList();
    }

    /** One that we open. */
    sealed interface Active extends ConnectionMethod {
        /** @throws ConnectionMethodException if the text is malformed, or is a passive method */
        static Active parse(String text) {
            return ConnectionMethodParser.parseActive(text);
        }

        /**
         * Reads texts each of which may hold several, separated by commas.
         *
         * @throws ConnectionMethodException if one is malformed or passive, or a text has none
         */
        static List<Active> parseList(String... texts) {
            return Stream.of(texts)
                    .flatMap(text -> ConnectionMethodParser.split(text).stream())
                    .map(Active::parse)
                    .toList();
        }
    }

    /** One that peers open. */
    sealed interface Passive extends ConnectionMethod {
        /** @throws ConnectionMethodException if the text is malformed, or is an active method */
        static Passive parse(String text) {
            return ConnectionMethodParser.parsePassive(text);
        }

        /**
         * Reads texts each of which may hold several, separated by commas.
         *
         * @throws ConnectionMethodException if one is malformed or active, or a text has none
         */
        static List<Passive> parseList(String... texts) {
            return Stream.of(texts)
                    .flatMap(text -> ConnectionMethodParser.split(text).stream())
                    .map(Passive::parse)
                    .toList();
        }
    }

    /**
     * A TCP connection to a host.
     *
     * @param host a name, or an address without brackets
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements Active {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public Tcp {
            host = Hosts.checked(host);
            Ports.checkActive(port);
        }

        @Override
        public String toString() {
            return "tcp:" + Hosts.bracketed(host) + ":" + port;
        }
    }

    /**
     * TLS over TCP to a host. {@code ssl:} is what Open vSwitch calls it.
     *
     * @param host a name, or an address without brackets; also the name that the peer's certificate is checked for
     * @param port 1 to 65535
     */
    record Ssl(String host, int port) implements Active {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public Ssl {
            host = Hosts.checked(host);
            Ports.checkActive(port);
        }

        @Override
        public String toString() {
            return "ssl:" + Hosts.bracketed(host) + ":" + port;
        }
    }

    /** A Unix domain socket; {@code path} as written, see {@link #socketPath()}. */
    record Unix(String path) implements Active {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public Unix {
            UnixPaths.check(path);
        }

        /** The path to connect to: a relative one is taken from Open vSwitch's run directory. */
        public Path socketPath() {
            return UnixPaths.resolve(path);
        }

        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /**
     * Awaits TCP connections.
     *
     * @param port 0 to 65535; 0 lets the system choose one
     * @param bindHost the local address to listen on; empty means all IPv4 addresses, as in the reference programs. Give
     *     {@code ::} for all of IPv4 and IPv6.
     */
    record PassiveTcp(int port, Optional<String> bindHost) implements Passive {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public PassiveTcp {
            Ports.checkPassive(port);
            bindHost = bindHost.map(Hosts::checked);
        }

        @Override
        public String toString() {
            return "ptcp:" + Ports.withBindHost(port, bindHost);
        }
    }

    /** Awaits TLS connections; the components are those of {@link PassiveTcp}. */
    record PassiveSsl(int port, Optional<String> bindHost) implements Passive {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public PassiveSsl {
            Ports.checkPassive(port);
            bindHost = bindHost.map(Hosts::checked);
        }

        @Override
        public String toString() {
            return "pssl:" + Ports.withBindHost(port, bindHost);
        }
    }

    /** Awaits connections on a Unix domain socket; {@code path} as written, see {@link #socketPath()}. */
    record PassiveUnix(String path) implements Passive {
        /** @throws ConnectionMethodException if a component is out of range or no host or path */
        public PassiveUnix {
            UnixPaths.check(path);
        }

        /** The path to listen on: a relative one is taken from Open vSwitch's run directory. */
        public Path socketPath() {
            return UnixPaths.resolve(path);
        }

        @Override
        public String toString() {
            return "punix:" + path;
        }
    }

    /** As {@link Tcp#Tcp}. */
    static Tcp tcp(String host, int port) {
        return new Tcp(host, port);
    }

    /** As {@link Ssl#Ssl}. */
    static Ssl ssl(String host, int port) {
        return new Ssl(host, port);
    }

    /** As {@link Unix#Unix}. */
    static Unix unix(Path path) {
        return new Unix(Objects.requireNonNull(path).toString());
    }

    /** All IPv4 addresses. */
    static PassiveTcp ptcp(int port) {
        return new PassiveTcp(port, Optional.empty());
    }

    /** One local address. */
    static PassiveTcp ptcp(int port, String bindHost) {
        return new PassiveTcp(port, Optional.of(bindHost));
    }

    /** All IPv4 addresses. */
    static PassiveSsl pssl(int port) {
        return new PassiveSsl(port, Optional.empty());
    }

    /** One local address. */
    static PassiveSsl pssl(int port, String bindHost) {
        return new PassiveSsl(port, Optional.of(bindHost));
    }

    /** As {@link PassiveUnix#PassiveUnix}. */
    static PassiveUnix punix(Path path) {
        return new PassiveUnix(Objects.requireNonNull(path).toString());
    }
}
