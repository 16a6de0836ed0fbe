package dev.ovsdb.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Waits for a member's row in its {@code _Server} database to say something, by a transaction that the server answers when
 * it does: the wait ends with the event, and with its own time-out at the latest.
 */
final class ClusterWait {
    private static final long PATIENCE_MS = 30_000;

    private ClusterWait() {}

    static void connected(String database, ReferenceServer member) {
        try {
            first("connected", database, List.of(member));
        } catch (CompletionException disconnected) {
            // When a member has joined, it hangs up on clients that are not aware of database changes: once.
            first("connected", database, List.of(member));
        }
    }

    static ReferenceServer leader(String database, List<ReferenceServer> members) {
        return first("leader", database, members);
    }

    /** The member whose row has this column true first. */
    private static ReferenceServer first(String column, String database, List<ReferenceServer> members) {
        CompletableFuture<ReferenceServer> first = new CompletableFuture<>();
        List<Process> waits = new ArrayList<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        try {
            for (ReferenceServer member : members) {
                Process wait = start(member, transaction(column, database));
                waits.add(wait);
                ends.add(wait.onExit().thenAccept(ended -> {
                    if (succeeded(ended)) first.complete(member);
                }));
            }
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .whenComplete((done, cause) -> first.completeExceptionally(new IllegalStateException(
                            "no member is \"" + column + "\" of " + states(members, database))));
            return first.join();
        } finally {
            waits.forEach(Process::destroy);
        }
    }

    private static String transaction(String column, String database) {
        return ("[\"_Server\",{\"op\":\"wait\",\"timeout\":%d,\"table\":\"Database\",\"where\":[[\"name\",\"==\",\"%s\"]],"
                        + "\"columns\":[\"%s\"],\"until\":\"==\",\"rows\":[{\"%s\":true}]}]")
                .formatted(PATIENCE_MS, database, column, column);
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
