package dev.ovsdb.benchmarks.client;

import dev.ovsdb.benchmarks.harness.DriverArguments;
import dev.ovsdb.benchmarks.harness.Load;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The workload on this project's client, as its users would write it. */
final class OvsdbDriver {
    private final AtomicInteger next = new AtomicInteger();

    private OvsdbDriver() {}

    public static void main(String... args) throws Exception {
        DriverArguments arguments = DriverArguments.parse(args);
        try (OvsdbClient client = OvsdbClient.builder()
                .remotes("tcp:" + arguments.host() + ":" + arguments.port())
                .withoutNegotiation()
                .connect()
                .get()) {
            OvsdbDriver driver = new OvsdbDriver();
            Load.run(arguments, () -> driver.insert(client));
        }
    }

    private CompletableFuture<TransactionOutcome> insert(OvsdbClient client) {
        Insert insert = Insert.into("Logical_Switch")
                .set("name", "switch" + next.getAndIncrement())
                .set("external_ids", Datum.map(Map.of(Atom.of("owner"), Atom.of("bench"))))
                .build();
        return client.transact("OVN_Northbound", List.of(insert)).thenApply(TransactionOutcome::requireSuccess);
    }
}
