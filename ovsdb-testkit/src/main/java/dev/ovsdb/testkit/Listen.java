package dev.ovsdb.testkit;

/**
 * Something a reference server listens on.
 *
 * <p>The name is what {@link ReferenceServer#remote} is asked for. TCP ports are chosen by the server; several of them are
 * told apart in its log by the way the port 0 is written: {@code 0}, {@code 00}, {@code 000}, since a log line repeats the
 * text.
 */
record Listen(String name, String passive, String active, String host) {
    static Listen tcp() {
        return new Listen("tcp", "ptcp:", "tcp:", "127.0.0.1");
    }

    static Listen tcp6() {
        return new Listen("tcp6", "ptcp:", "tcp:", "[::1]");
    }

    static Listen ssl() {
        return new Listen("ssl", "pssl:", "ssl:", "127.0.0.1");
    }

    static Listen unix() {
        return new Listen("unix", "punix:", "unix:", "");
    }

    boolean isUnix() {
        return host.isEmpty();
    }

    /** The connection method for the server: a port, or {@link #anyPort}, on this loopback address. */
    String passive(String port) {
        return passive + port + ":" + host;
    }

    /** The connection method for a server whose loopback is not ours: on every address of its own. */
    String passiveAnywhere(int port) {
        return passive + port + ":" + (host.startsWith("[") ? "[::]" : "0.0.0.0");
    }

    /** The connection method for a client on this machine. */
    String active(int port) {
        return active(host, port);
    }

    /** The connection method for a client that reaches the server by another host name. */
    String active(String otherHost, int port) {
        return active + otherHost + ":" + port;
    }

    /** The port 0 in the notation that stands for the listener with this index. */
    static String anyPort(int index) {
        return "0".repeat(index + 1);
    }
}
