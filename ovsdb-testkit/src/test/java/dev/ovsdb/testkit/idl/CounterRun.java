package dev.ovsdb.testkit.idl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.transaction.Ending;
import dev.ovsdb.idl.transaction.Mark;
import dev.ovsdb.idl.transaction.Settlement;
import dev.ovsdb.idl.transaction.Success;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.testkit.fault.Direction;
import dev.ovsdb.testkit.fault.Fault;
import dev.ovsdb.testkit.fault.FaultProxy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writers that each read a number from a replica of their own and write a greater one, behind a proxy that cuts connections when
 * requests have been sent and answers have not come. Each commits a tag of its own with the number, to settle lost answers by.
 */
final class CounterRun {
    private static final int WRITERS = 8;
    private final FaultProxy proxy;
    private final int wanted;
    private final UUID counter;
    private final List<UUID> writers;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger(); // Of the unknown ones, those that were committed.
    private volatile boolean enough;

    private CounterRun(FaultProxy proxy, int wanted, UUID counter, List<UUID> writers) {
        this.proxy = proxy;
        this.wanted = wanted;
        this.counter = counter;
        this.writers = writers;
    }

    /** @param unknown how many outcomes have to be unknown */
    static void run(IdlServer server, int unknown) throws Exception {
        try (BlockingOvsdbClient direct = server.client();
                FaultProxy proxy = FaultProxy.before(server.remote())) {
            List<Operation> rows = new ArrayList<>();
            rows.add(Insert.into("Item").set("name", "counter").build());
            for (int i = 0; i < WRITERS; i++) {
                rows.add(Insert.into("Writer").set("tag", "none").build());
            }
            TransactionOutcome made = direct.transact("Stock", rows).requireSuccess();
            List<UUID> writers = new ArrayList<>();
            for (int i = 1; i <= WRITERS; i++) {
                writers.add(made.insertedUuid(i));
            }
            CounterRun run = new CounterRun(proxy, unknown, made.insertedUuid(0), writers);
            run.writeAndCut();
            run.check(direct);
        }
    }

    private void writeAndCut() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> all = new ArrayList<>();
        for (UUID writer : writers) {
            all.add(executor.submit(() -> write(writer)));
        }
        try {
            cut(all);
        } finally {
            enough = true;
            proxy.heal();
            for (Future<?> each : all) {
                each.get(IdlServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            executor.shutdown();
        }
    }

    /** In turn: some progress, then answers are swallowed, or requests are, a few of them; then a cut. */
    private void cut(List<Future<?>> all) {
        for (int round = 0; unknown.get() < wanted; round++) {
            for (Future<?> each : all) {
                assertThat(each).as("a writer").isNotDone();
            }
            Direction lossy = round % 4 == 3 ? Direction.TO_SERVER : Direction.TO_CLIENT;
            int before = acknowledged.get();
            proxy.await(now -> acknowledged.get() > before + WRITERS, IdlServer.PATIENCE);
            long lost = swallowed();
            proxy.faults(lossy, Fault.none().blackHole(0));
            proxy.await(now -> swallowed() > lost + 1_000, IdlServer.PATIENCE);
            Fault none =
                    Fault.none(); // Cuts new connections too until it is healed: bytes behind a hole must never pass.
            proxy.faults(lossy, round % 2 == 0 ? none.reset(0) : none.close(0));
            proxy.heal();
        }
    }

    private long swallowed() {
        return proxy.counters().swallowedToServer() + proxy.counters().swallowedToClient();
    }

    private void write(UUID writer) {
        try (Idl idl = IdlServer.replica(proxy.remote())) {
            for (int n = 0; !enough; n++) {
                Mark.Tag mark = Mark.tag("Writer", writer, "tag", writer + " " + n);
                Ending ending = idl.transact(tx -> {
                    tx.require("Item", counter).update("count", count -> Datum.of(count.asLong() + 1));
                    tx.mark(mark);
                });
                if (ending instanceof Success) {
                    acknowledged.incrementAndGet();
                } else if (ending instanceof Ending.Unknown) {
                    unknown.incrementAndGet();
                    settle(idl, mark);
                } else {
                    assertThat(ending).isInstanceOf(Ending.TryAgain.class);
                }
            }
        }
    }

    private void settle(Idl idl, Mark mark) {
        Settlement settlement = idl.client().blocking().await(idl.transactor().settle(mark));
        assertThat(settlement).isNotEqualTo(Settlement.LOST);
        if (settlement == Settlement.COMMITTED) {
            settled.incrementAndGet();
        }
    }

    private void check(BlockingOvsdbClient direct) {
        TransactionOutcome read = direct.transact(
                "Stock", Select.from("Item").where(Condition.uuid(counter)).build());
        long value = read.rows(0).get(0).require("count").asLong();
        String story = acknowledged + " acknowledged, " + unknown + " unknown of which " + settled + " were committed";
        assertThat(value).as(story).isEqualTo(acknowledged.get() + settled.get());
        assertThat(unknown).as(story).hasValueGreaterThanOrEqualTo(wanted);
        assertThat(settled).as(story).hasValueGreaterThan(0).hasValueLessThan(unknown.get());
    }
}
