package dev.ovsdb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for a member's row in its {@code _Server} database to say something, by a transaction that the server answers when
 * it does: the wait ends with the event, and with its own time-out at the latest.
 */
final class ClusterWait {
    private static final long PATIENCE_MS = 30_000;

    private ClusterWait() {}

    /**
     * By the client's own verb: a member that has joined gets a new schema and hangs up on every session that has not said it can
     * bear that, a waiting transaction's too.
     */
    static void connected(String database, ReferenceServer member) {
        String timeout = "--timeout=" + PATIENCE_MS / 1000;
        Tool.named("ovsdb-client").output(timeout, "wait", member.remote("unix"), database, "connected");
    }

    /** The member whose row says first that it leads. */
    static ReferenceServer leader(String database, List<ReferenceServer> members) {
        CompletableFuture<ReferenceServer> first = new CompletableFuture<>();
        List<Process> waits = new ArrayList<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        try {
            for (ReferenceServer member : members) {
                Process wait = start(member, transaction(database));
                waits.add(wait);
                ends.add(wait.onExit().thenAccept(ended -> {
                    if (succeeded(ended)) first.complete(member);
                }));
            }
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .whenComplete((done, cause) -> first.completeExceptionally(
                            new IllegalStateException("no member leads: " + states(members, database))));
            return first.join();
        } finally {
            waits.forEach(Process::destroy);
        }
    }

    private static String transaction(String database) {
        return ("[\"_Server\",{\"op\":\"wait\",\"timeout\":%d,\"table\":\"Database\",\"where\":[[\"name\",\"==\",\"%s\"]],"
                        + "\"columns\":[\"leader\"],\"until\":\"==\",\"rows\":[{\"leader\":true}]}]")
                .formatted(PATIENCE_MS, database);
    }

    private static Process start(ReferenceServer member, String transaction) {
        String client = Peers.program("ovsdb-client").toString();
        try {
            return new ProcessBuilder(client, "--no-leader-only", "transact", member.remote("unix"), transaction)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + client, e);
        }
    }

    private static boolean succeeded(Process ended) {
        try (var output = ended.getInputStream()) {
            return ended.exitValue() == 0
                    && !new String(output.readAllBytes(), StandardCharsets.UTF_8).contains("\"error\"");
        } catch (IOException e) {
            return false; // It was ended because another one was first.
        }
    }

    private static String states(List<ReferenceServer> members, String database) {
        StringBuilder states = new StringBuilder();
        for (ReferenceServer member : members)
            states.append(member.appctl("cluster/status", database)).append('\n');
        return states.toString();
    }
}
