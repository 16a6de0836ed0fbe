package dev.ovsdb.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonInteger;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * {@code kill -9} at a random moment of mixed work, again and again on the same file: no acknowledged transaction is lost, durable or
 * not, none is half applied, and the reference's server opens the file and has the same rows.
 *
 * <p>The property {@code ovsdb.kills} says how often, {@code ovsdb.kills.seed} by which seed.
 */
@RequiresPeer({"ovsdb-server", "ovsdb-tool", "ovsdb-client", "ovs-appctl"})
@Timeout(
        value = 4,
        unit = TimeUnit.HOURS) // As many kills as were asked for; what can hang in one has a limit of its own.
class KillIT {
    private static final int KILLS = Integer.getInteger("ovsdb.kills", 20);
    private static final long SEED = Long.getLong("ovsdb.kills.seed", System.nanoTime());
    private static final int WORKERS = 4;
    private static final String SCHEMA = """
            {"name": "kill", "version": "1.0.0", "tables": {
              "Counter": {"columns": {
                "worker": {"type": "integer"}, "seq": {"type": "integer"},
                "set": {"type": {"key": "integer", "min": 0, "max": "unlimited"}},
                "seen": {"type": "integer", "ephemeral": true}}, "indexes": [["worker"]]},
              "Pair": {"columns": {
                "worker": {"type": "integer"}, "seq": {"type": "integer"},
                "side": {"type": "string"}, "text": {"type": "string"}}, "indexes": [["worker", "seq", "side"]]}}}""";

    private final Tool tool = Tool.named("ovsdb-tool");
    private final Random random = new Random(SEED);
    private final long[] last = new long[WORKERS];

    @Test
    void noAcknowledgedTransactionIsLostAndNoneIsHalfApplied() throws Exception {
        System.out.println("killing " + KILLS + " times, seed " + SEED);
        try (WorkFolder folder = WorkFolder.create()) {
            String file = folder.file("db").toString();
            tool.output("create", file, folder.write("kill.ovsschema", SCHEMA).toString());
            for (int worker = 0; worker < WORKERS; worker++) {
                tool.output(
                        "transact",
                        file,
                        "[\"kill\",{\"op\":\"insert\",\"table\":\"Counter\",\"row\":{\"worker\":" + worker + "}}]");
            }
            String expected = "";
            for (int kill = 0; kill < KILLS; kill++) {
                List<Worker> workers;
                try (KilledServer server = KilledServer.start(folder.path())) {
                    if (kill > 0) {
                        assertThat(dump(server.remote())).as("kill %s", kill).isEqualTo(expected);
                    }
                    workers = workAndDie(server);
                }
                try (ReferenceServer reference = reference(folder)) {
                    check(reference.remote("unix"), workers, kill);
                    expected = dump(reference.remote("unix"));
                }
                if ((kill + 1) % 20 == 0) System.out.println("good after " + (kill + 1) + " kills");
            }
        }
    }

    private List<Worker> workAndDie(KilledServer server) throws Exception {
        CountDownLatch enough = new CountDownLatch(1 + random.nextInt(2_000));
        CountDownLatch half = new CountDownLatch((int) enough.getCount() / 2);
        List<Worker> workers = new ArrayList<>();
        List<OvsdbClient> clients = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                Worker worker = new Worker(i, last[i]);
                OvsdbClient client =
                        OvsdbClient.builder().remotes(server.remote()).connect().join();
                workers.add(worker);
                clients.add(client);
                running.add(threads.submit(() -> {
                    worker.run(client, () -> {
                        half.countDown();
                        enough.countDown();
                    });
                    return null;
                }));
            }
            if (random.nextBoolean()) {
                assertThat(half.await(60, TimeUnit.SECONDS)).isTrue();
                server.compact();
            }
            assertThat(enough.await(60, TimeUnit.SECONDS)).as("progress").isTrue();
            server.kill();
            clients.forEach(OvsdbClient::close);
            for (Future<?> each : running) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        return workers;
    }

    /** The reference's server on the file: its tool would not read behind what may be half of a record. */
    private static ReferenceServer reference(WorkFolder folder) {
        return ReferenceServer.builder().database(folder.file("db")).unix().start();
    }

    /** Asks the reference what the file holds. */
    private void check(String remote, List<Worker> workers, int kill) {
        JsonArray tables = (JsonArray)
                JsonValue.parse(
                        Tool.named("ovsdb-client")
                                .output(
                                        "query",
                                        remote,
                                        "[\"kill\",{\"op\":\"select\",\"table\":\"Counter\",\"where\":[]},{\"op\":\"select\",\"table\":\"Pair\",\"where\":[]}]"));
        for (JsonValue counter : rows(tables.get(0))) {
            Worker worker = workers.get((int) number(counter, "worker"));
            long seq = number(counter, "seq");
            assertThat(seq)
                    .as("kill %s, worker %s", kill, number(counter, "worker"))
                    .isBetween(worker.acknowledged(), worker.sent());
            last[(int) number(counter, "worker")] = seq;
        }
        assertThat(pairs(tables)).as("kill %s", kill).isEqualTo(expectedPairs());
    }

    private static Set<String> pairs(JsonArray tables) {
        Set<String> pairs = new TreeSet<>();
        for (JsonValue pair : rows(tables.get(1))) {
            String side = ((JsonString) member(pair, "side")).value();
            pairs.add(number(pair, "worker") + "/" + number(pair, "seq") + "/" + side);
        }
        return pairs;
    }

    private Set<String> expectedPairs() {
        Set<String> pairs = new TreeSet<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            for (long seq = Math.max(1, last[worker] - Worker.kept() + 1); seq <= last[worker]; seq++) {
                pairs.add(worker + "/" + seq + "/left");
                pairs.add(worker + "/" + seq + "/right");
            }
        }
        return pairs;
    }

    private static List<JsonValue> rows(JsonValue result) {
        return ((JsonArray) member(result, "rows")).elements();
    }

    private static JsonValue member(JsonValue object, String name) {
        return ((JsonObject) object).get(name).orElseThrow();
    }

    private static long number(JsonValue row, String column) {
        return ((JsonInteger) member(row, column)).value();
    }

    private static String dump(String remote) {
        return Tool.named("ovsdb-client").output("dump", remote, "kill");
    }
}
