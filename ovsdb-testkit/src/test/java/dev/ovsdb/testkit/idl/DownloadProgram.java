package dev.ovsdb.testkit.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlState;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.metrics.IdlListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A program that downloads a database into a replica, for a test that says how much memory it has: {@code REMOTE DATABASE TIME-OUT-MILLIS}.
 * Prints the states that it went through, the number of rows, and the bytes of what it then holds.
 */
final class DownloadProgram {
    private DownloadProgram() {}

    public static void main(String[] arguments) throws Exception {
        States states = new States();
        Duration patience = Duration.ofMillis(Long.parseLong(arguments[2]));
        try (Idl idl =
                Idl.of(Interest.everything(arguments[1])).metrics(states).connect(impatient(arguments[0], patience))) {
            idl.live().get(10, TimeUnit.MINUTES);
            System.out.println("states " + states.seen());
            System.out.println("rows " + idl.table("Item").size());
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.println("held " + (runtime.totalMemory() - runtime.freeMemory()));
        }
    }

    /** A session that waits no longer than this for anything. */
    static OvsdbClientBuilder impatient(String remote, Duration patience) {
        return OvsdbClient.builder().remotes(remote).callTimeout(patience).downloadTimeout(patience);
    }

    /** The states of a replica, in their order. */
    static final class States implements IdlListener {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void stateChanged(String database, IdlState state) {
            seen.add(state.phase()
                    + state.cause()
                            .map(cause -> " " + cause.getClass().getSimpleName())
                            .orElse(""));
        }

        List<String> seen() {
            return List.copyOf(seen);
        }
    }
}
