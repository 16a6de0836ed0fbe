package dev.ovsdb.testkit.database;

import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.List;
import java.util.Optional;

/**
 * How clients reach a server.
 *
 * @param kinds {@code "unix"}, {@code "tcp"} and {@code "ssl"}, each at most once, in the order in which they were asked for
 * @param pki whose certificates are spoken with; there if one of the kinds is {@code "ssl"}
 * @param owned whether the certificates go with the server
 */
record RemotePlan(List<String> kinds, Optional<ReferencePki> pki, boolean owned) {
    static final List<String> KINDS = List.of("unix", "tcp", "ssl");

    RemotePlan {
        kinds = List.copyOf(kinds);
    }

    /** Where a server listens for clients of this kind; the folder is for its Unix socket. */
    static String passive(String kind, WorkFolder folder) {
        return switch (kind) {
            case "unix" -> "punix:" + folder.file("db.sock");
            case "tcp" -> "ptcp:0:127.0.0.1";
            case "ssl" -> "pssl:0:127.0.0.1";
            default -> throw new IllegalArgumentException("no kind of remote: \"" + kind + "\"; there are " + KINDS);
        };
    }

    /** The connection method for clients of a server that listens so. */
    static String active(String kind, WorkFolder folder, int port) {
        return kind.equals("unix") ? "unix:" + folder.file("db.sock") : kind + ":127.0.0.1:" + port;
    }

    ListenOptions listenOptions() {
        return pki.map(certificates -> ListenOptions.defaults().withTls(certificates.serverTls()))
                .orElseGet(ListenOptions::defaults);
    }

    void close() {
        if (owned) pki.ifPresent(ReferencePki::close);
    }
}
