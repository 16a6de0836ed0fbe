package dev.ovsdb.cli.vlog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The modules whose levels can be set: those of the reference server, so that its users' settings are understood, sorted.
 * Most never log anything here.
 */
public final class Modules {
    /** The reference server's, sorted. */
    public static final List<String> SERVER = names();

    /** Loggers by the beginning of their name, the first that fits; all others are {@code ovsdb_server}. */
    private static final List<List<String>> LOGGERS = List.of(
            List.of("dev.ovsdb.jsonrpc.netty.Tls", "stream_ssl"),
            List.of("dev.ovsdb.jsonrpc.netty.ListenAttempt", "socket_util"),
            List.of("dev.ovsdb.jsonrpc.reconnect", "reconnect"),
            List.of("dev.ovsdb.jsonrpc.tls", "stream_ssl"),
            List.of("dev.ovsdb.jsonrpc", "jsonrpc"),
            List.of("dev.ovsdb.client", "ovsdb_cs"),
            List.of("dev.ovsdb.server.file", "ovsdb_file"),
            List.of("dev.ovsdb.server.storage", "storage"),
            List.of("dev.ovsdb.server.rights", "ovsdb_rbac"),
            List.of("dev.ovsdb.server.engine.monitor", "ovsdb_monitor"),
            List.of("dev.ovsdb.server.engine.transaction", "transaction"),
            List.of("dev.ovsdb.server.engine.wait", "trigger"),
            List.of("dev.ovsdb.server.engine", "ovsdb"),
            List.of("dev.ovsdb.server", "ovsdb_jsonrpc_server"),
            List.of("io.netty", "stream"));

    private Modules() {}

    /** The module that stands for an SLF4J logger; a logger may have a module's own name. */
    static String ofLogger(String logger) {
        if (SERVER.contains(logger)) {
            return logger;
        }
        for (List<String> entry : LOGGERS) {
            if (logger.startsWith(entry.get(0))) {
                return entry.get(1);
            }
        }
        return "ovsdb_server";
    }

    /** Whether it tells, at level info, when any connection opens or ends: Open vSwitch has this at its level for debugging. */
    static boolean isTransport(String logger) {
        return logger.startsWith("dev.ovsdb.jsonrpc.") || logger.equals("dev.ovsdb.server.ServerConnection");
    }

    private static List<String> names() {
        try (InputStream in = Modules.class.getResourceAsStream("modules.txt")) {
            if (in == null) {
                throw new IllegalStateException("modules.txt is missing from this program's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
