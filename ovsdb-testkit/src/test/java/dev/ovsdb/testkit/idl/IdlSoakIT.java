package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlRow;
import dev.ovsdb.idl.View;
import dev.ovsdb.idl.interest.IndexSpec;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import dev.ovsdb.testkit.fault.Ending;
import dev.ovsdb.testkit.fault.FaultProxy;
import dev.ovsdb.testkit.interop.Contender;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A replica behind a proxy that cuts its connections, of a server that is restarted and whose database is converted, while random
 * transactions run and conditions change. Half a minute for each server; {@code -Didl.soak.seconds=300} for the long form of both,
 * {@code -Dseed=N} for a run again.
 */
@RequiresPeer("ovsdb-server")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class IdlSoakIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ROUND = 60; // Transactions between two quiet moments.

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long seconds = Long.getLong("idl.soak.seconds", 30);
    private List<Long> buckets = List.of();
    private boolean second;
    private int markers;
    private long conditionsSet;

    @ParameterizedTest
    @EnumSource
    void equalsTheServerAtEachQuietMoment(Contender contender) throws Exception {
        System.out.println("seed " + seed);
        ReferenceServerBuilder builder =
                contender.builder().schema(SoakSchema.first()).unix();
        try (ReferenceServer server = builder.start();
                FaultProxy proxy = FaultProxy.before(server.remote("unix"), seed);
                BlockingOvsdbClient client = quick(server.remote("unix")).connectBlocking();
                Idl idl = Idl.of(interest()).connect(quick(proxy.remote()))) {
            SoakWriter writer = new SoakWriter(client, random);
            writer.begin();
            idl.live().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            SoakReader reader = new SoakReader(idl);
            reader.start();
            int quietMoments = 0;
            long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            while (System.nanoTime() - end < 0) {
                for (int i = 0; i < ROUND; i++) {
                    writer.one();
                    if (random.nextInt(ROUND / 3) == 0) {
                        disturb(server, proxy, client, idl);
                    }
                }
                verify(client, idl);
                quietMoments++;
            }
            System.out.printf(
                    "seed %d: %d transactions, %d unanswered, %d quiet moments, %d views, sequence %d%n",
                    seed, writer.transactions(), writer.unanswered(), quietMoments, reader.end(), idl.sequence());
        }
    }

    private static OvsdbClientBuilder quick(String remote) {
        return OvsdbClient.builder()
                .remotes(remote)
                .backoff(BackoffOptions.defaults().withMin(Duration.ofMillis(5)).withMax(Duration.ofMillis(100)));
    }

    private static Interest interest() {
        return Interest.of(SoakSchema.NAME)
                .everyTable()
                .table(
                        "Noise",
                        table -> table.everyColumn()
                                .index(IndexSpec.of("number", "number", "bucket")
                                        .inOrder()))
                .build();
    }

    private void disturb(ReferenceServer server, FaultProxy proxy, BlockingOvsdbClient client, Idl idl) {
        switch (random.nextInt(8)) {
            case 0 -> {
                server.stop();
                server.restart();
            }
            case 1 -> {
                server.kill();
                server.restart();
            }
            case 2 -> convert(client);
            case 3, 4 -> changeConditions(idl);
            default -> proxy.cut(random.nextBoolean() ? Ending.RESET : Ending.CLOSE);
        }
    }

    private void convert(BlockingOvsdbClient client) {
        try {
            client.convert(SoakSchema.NAME, second ? SoakSchema.first() : SoakSchema.second());
            second = !second;
        } catch (JsonRpcException e) {
            second = client.getSchema(SoakSchema.NAME)
                    .requireTable("Noise")
                    .column("extra")
                    .isPresent();
        }
    }

    private void changeConditions(Idl idl) {
        buckets = random.ints(0, SoakSchema.BUCKETS)
                .limit(random.nextInt(4))
                .distinct()
                .sorted()
                .mapToObj(Long::valueOf)
                .toList();
        Condition[] any = buckets.stream()
                .map(bucket -> Condition.equal("bucket", bucket))
                .toArray(Condition[]::new);
        conditionsSet = idl.setConditions(MonitorConditions.of("Noise", any)).sequence();
    }

    private void verify(BlockingOvsdbClient client, Idl idl) {
        long marker = ++markers;
        insertMarker(client, marker);
        await("marker " + marker + ", seed " + seed)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(idl.state().isLive() && hasMarker(idl, marker) && isWhatIsWanted(idl))
                        .as(
                                "%s, marker %s, conditions %d of %d, column extra %s for %s",
                                idl.state(),
                                hasMarker(idl, marker),
                                idl.conditionSequence(),
                                conditionsSet,
                                idl.hasColumn("Noise", "extra"),
                                second)
                        .isTrue());
        Map<String, Map<UUID, Row>> expected = dump(client);
        try (View view = idl.view()) {
            SoakReader.verify(view);
            for (String table : List.of("Account", "Group", "Noise", "Marker")) {
                Map<UUID, Row> rows = new LinkedHashMap<>();
                view.table(table).forEach(row -> rows.put(row.uuid(), row.values()));
                assertThat(differences(rows, expected.get(table)))
                        .as("table %s, seed %d", table, seed)
                        .isEmpty();
            }
            verifyIndexes(view);
        }
    }

    private static List<String> differences(Map<UUID, Row> rows, Map<UUID, Row> expected) {
        Set<UUID> all = new LinkedHashSet<>(expected.keySet());
        all.addAll(rows.keySet());
        return all.stream()
                .filter(row -> !Objects.equals(rows.get(row), expected.get(row)))
                .map(row -> row + ": " + rows.get(row) + " instead of " + expected.get(row))
                .toList();
    }

    private void insertMarker(BlockingOvsdbClient client, long marker) {
        await("the server, seed " + seed).atMost(PATIENCE).until(() -> {
            try {
                Insert insert =
                        Insert.into("Marker").set("number", Datum.of(marker)).build();
                return client.transact(SoakSchema.NAME, insert).succeeded();
            } catch (JsonRpcException e) {
                return false; // Perhaps it is there: then it is there twice.
            }
        });
    }

    private static boolean hasMarker(Idl idl, long marker) {
        return !idl.table("Marker")
                .where(row -> row.get("number").asLong() == marker)
                .isEmpty();
    }

    /** Whether it has the columns and conditions: it hears of a conversion behind the first contents that it has of it. */
    private boolean isWhatIsWanted(Idl idl) {
        return idl.conditionSequence() >= conditionsSet && idl.hasColumn("Noise", "extra") == second;
    }

    private Map<String, Map<UUID, Row>> dump(BlockingOvsdbClient client) {
        Map<String, Map<UUID, Row>> tables = new LinkedHashMap<>();
        for (String table : List.of("Account", "Group", "Noise", "Marker")) {
            List<Row> rows = client.transact(
                            SoakSchema.NAME, Select.from(table).everyRow().build())
                    .requireSuccess()
                    .rows(0);
            Map<UUID, Row> byUuid = new LinkedHashMap<>();
            for (Row row : rows) {
                if (!table.equals("Noise")
                        || buckets.isEmpty()
                        || buckets.contains(row.require("bucket").asLong())) {
                    byUuid.put(row.uuid().orElseThrow(), row.without("_uuid").without("_version"));
                }
            }
            tables.put(table, byUuid);
        }
        return tables;
    }

    private void verifyIndexes(View view) {
        int found = 0;
        for (IdlRow row : view.table("Noise").rows()) {
            List<IdlRow> equal = view.table("Noise").index("number").all(row.get("number"), row.get("bucket"));
            assertThat(equal).as("seed %d", seed).contains(row);
            found++;
        }
        assertThat(view.table("Noise").index("number").range(null, null))
                .as("seed %d", seed)
                .hasSize(found);
        for (IdlRow row : view.table("Account").rows()) {
            assertThat(view.table("Account").index("name").find(row.get("name")))
                    .as("seed %d", seed)
                    .contains(row);
        }
    }
}
