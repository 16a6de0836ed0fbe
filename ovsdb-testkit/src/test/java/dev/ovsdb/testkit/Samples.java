package dev.ovsdb.testkit;

import java.util.ArrayList;
import java.util.List;

/** A small database, and the reference's own client to look into it. */
final class Samples {
    static final String SCHEMA = """
            {"name": "Sample", "version": "1.0.0", "tables": {"Item": {"isRoot": true, "columns": {"name": {"type": "string"}}}}}
            """;

    private Samples() {}

    static ReferenceServerBuilder builder() {
        return ReferenceServer.builder().schema(SCHEMA);
    }

    static void insert(ReferenceServer server, String name) {
        String row = "{\"op\":\"insert\",\"table\":\"Item\",\"row\":{\"name\":\"" + name + "\"}}";
        client(server, "transact", server.remotes().get(0), "[\"Sample\"," + row + "]");
    }

    static String dump(ReferenceServer server, String remote) {
        return client(server, "dump", remote, "Sample");
    }

    static String listDbs(ReferenceServer server, String remote) {
        return client(server, "list-dbs", remote);
    }

    private static String client(ReferenceServer server, String verb, String remote, String... arguments) {
        List<String> line = new ArrayList<>();
        if (remote.startsWith("ssl:")) {
            line.add("--private-key=" + server.pki().client().privateKey());
            line.add("--certificate=" + server.pki().client().certificate());
            line.add("--ca-cert=" + server.pki().authority());
        }
        line.addAll(List.of(verb, remote));
        line.addAll(List.of(arguments));
        return Tool.named("ovsdb-client").output(line.toArray(String[]::new));
    }
}
