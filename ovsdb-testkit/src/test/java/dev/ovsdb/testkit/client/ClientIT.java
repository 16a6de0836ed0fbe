package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.SessionState;
import dev.ovsdb.client.lock.Lock;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorListener;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Function;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.OperationResult;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.operation.Wait;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.junit.EveryReferenceServer;
import dev.ovsdb.testkit.junit.ReferenceEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Every method of a session, on every transport, with a local and a containerised reference server. */
class ClientIT {
    private static final String SCHEMA = "sample.ovsschema";

    @EveryReferenceServer(schema = SCHEMA)
    void listsReadsAndTellsWhoItIs(ReferenceEndpoint endpoint) {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking()) {
            assertThat(client.listDbs()).contains("Sample", "_Server");
            DatabaseSchema schema = client.getSchema("Sample");
            assertThat(schema.table("Item")).isPresent();
            assertThat(client.schema("Sample")).isEqualTo(schema).isSameAs(client.schema("Sample"));
            assertThat(client.getServerId()).isEqualTo(client.getServerId());
            assertThat(client.echo(JsonValue.of("x"), JsonValue.of(1.5)))
                    .containsExactly(JsonValue.of("x"), JsonValue.of(1.5));
            assertThat(client.async().connection()).hasValueSatisfying(info -> {
                assertThat(info.tlsInfo().isPresent()).isEqualTo(endpoint.isTls());
                info.tlsInfo().ifPresent(tls -> {
                    assertThat(tls.localCertificates()).isNotEmpty();
                    assertThat(tls.peerCertificates()).isNotEmpty();
                });
            });
            assertThatThrownBy(() -> client.getSchema("nope")).isInstanceOf(RemoteErrorException.class);
        }
    }

    @EveryReferenceServer(schema = SCHEMA)
    void transactsAndSelects(ReferenceEndpoint endpoint) {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking()) {
            client.transact("Sample", Delete.from("Item").everyRow().build()).requireSuccess();
            TransactionOutcome inserted = client.transact(
                    "Sample",
                    Insert.into("Item")
                            .set("name", Datum.of("a"))
                            .set("size", Datum.of(2.0))
                            .build());
            UUID row = inserted.requireSuccess().insertedUuid(0);

            TransactionOutcome selected =
                    client.transact("Sample", Select.from("Item").everyRow().build());
            assertThat(selected.rows(0)).singleElement().satisfies(item -> {
                assertThat(item.get("_uuid")).hasValue(Datum.of(row));
                assertThat(item.get("size")).hasValue(Datum.of(2.0)); // Printed as 2, and a real all the same.
            });

            List<Row> streamed = new ArrayList<>();
            TransactionOutcome counted = client.transact(
                    "Sample", List.of(Select.from("Item").everyRow().build()), (operation, item) -> streamed.add(item));
            assertThat(counted.results()).containsExactly(new OperationResult.Streamed(1));
            assertThat(streamed).isEqualTo(selected.rows(0));

            JsonBytes raw = client.transactRaw(
                    JsonBytes.of(JsonValue.parse("[\"Sample\",{\"op\":\"comment\",\"comment\":\"c\"}]")));
            assertThat(raw.toValue()).isEqualTo(JsonValue.parse("[{}]"));
        }
    }

    @EveryReferenceServer(schema = SCHEMA)
    void monitorsByEachMethodAndSeesOwnChangesBeforeTheReply_E25(ReferenceEndpoint endpoint) throws Exception {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking()) {
            for (MonitorMethod method : MonitorMethod.values()) {
                List<String> order = new ArrayList<>();
                Real.Inbox inbox = new Real.Inbox();
                Monitor monitor = client.monitor(
                        MonitorSpec.of("Sample", Real.ITEMS).methods(method), MonitorListener.of(change -> {
                            order.add(change.isContents() ? "contents" : "update");
                            inbox.add(change);
                        }));
                assertThat(monitor.method()).isEqualTo(method);

                CompletableFuture<Void> replied = client.async()
                        .transact("Sample", Real.insert("by " + method))
                        .thenAccept(outcome -> order.add("reply"));
                inbox.awaitItem("by " + method);
                client.await(replied);

                assertThat(order).containsExactly("contents", "update", "reply");
                client.await(monitor.cancel());
            }
        }
    }

    @EveryReferenceServer(schema = SCHEMA)
    void changesConditionsWithOneIdForOldAndNew_E23(ReferenceEndpoint endpoint) throws Exception {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking()) {
            client.transact("Sample", Delete.from("Item").everyRow().build(), Real.insert("in"), Real.insert("out"));
            Real.Inbox inbox = new Real.Inbox();
            Monitor monitor = client.monitor(
                    MonitorSpec.of(
                            "Sample",
                            Real.ITEMS.withConditions(MonitorConditions.of(
                                    "Item", Condition.of("name", Function.EQUAL, Datum.of("in"))))),
                    MonitorListener.of(inbox::add));
            assertThat(inbox.awaitItem("in").updates().size()).isEqualTo(1);

            client.await(monitor.change(MonitorConditions.of("Item", Condition.TRUE)));

            assertThat(inbox.awaitItem("out").updates().size()).isEqualTo(1);
            client.await(monitor.change(MonitorConditions.of("Item", Condition.FALSE)));
            assertThat(inbox.await(change -> true).updates().size()).isEqualTo(2);
        }
    }

    @EveryReferenceServer(schema = SCHEMA)
    void locksAndStealsBetweenTwoSessions_E39(ReferenceEndpoint endpoint) {
        try (BlockingOvsdbClient one = Real.client(endpoint).connectBlocking();
                BlockingOvsdbClient two = Real.client(endpoint).connectBlocking()) {
            Lock owned = one.lock("leader");
            Lock waiting = two.lock("leader");
            assertThat(owned.owned()).isTrue();
            assertThat(waiting.owned()).isFalse();
            one.await(owned.unlock());
            two.await(waiting.acquired());

            Lock stolen = one.steal("leader");
            assertThat(stolen.owned()).isTrue();
            one.await(stolen.unlock());
            two.await(waiting.acquired()); // A lock holder that was stolen from stays in the queue.
            two.await(waiting.unlock());
        }
    }

    @EveryReferenceServer(schema = SCHEMA)
    void cancelsATransactionThatWaits_E12(ReferenceEndpoint endpoint) {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking()) {
            CompletableFuture<TransactionOutcome> waiting = client.async().transact("Sample", waitForEver());
            client.echo(); // It has left, and arrived.

            assertThat(client.await(client.async().cancel(waiting))).isTrue();
            assertThatThrownBy(() -> client.await(waiting))
                    .isInstanceOfSatisfying(
                            RemoteErrorException.class,
                            error -> assertThat(error.isError("canceled")).isTrue());

            CompletableFuture<TransactionOutcome> dropped = client.async().transact("Sample", waitForEver());
            client.echo();
            dropped.cancel(true);
            client.echo();
            assertThat(client.async().pendingCalls()).isZero();
        }
    }

    private static Wait waitForEver() {
        return Wait.on("Item")
                .where(Condition.of("name", Function.EQUAL, Datum.of("never")))
                .columns("name")
                .until(Wait.Until.NOT_EQUAL, List.of())
                .forEver()
                .build();
    }

    @EveryReferenceServer(schema = SCHEMA)
    void followsAConversionByAnybody_E42(ReferenceEndpoint endpoint) throws Exception {
        try (BlockingOvsdbClient client = Real.client(endpoint).connectBlocking();
                BlockingOvsdbClient other = Real.client(endpoint).connectBlocking()) {
            Real.Inbox inbox = new Real.Inbox();
            client.monitor(MonitorSpec.of("Sample", Real.ITEMS), MonitorListener.of(inbox::add));
            inbox.await(change -> change.isContents());
            DatabaseSchema before = client.schema("Sample");
            String version = before.version().orElseThrow().equals("1.0.1") ? "1.0.2" : "1.0.1";

            other.convert("Sample", DatabaseSchema.parse(Real.SCHEMA.replace("1.0.0", version)));

            inbox.await(change -> change.isContents());
            assertThat(client.schema("Sample")).isNotEqualTo(before);
            assertThat(client.async().state()).isEqualTo(SessionState.LIVE);
            other.convert("Sample", before);
        }
    }
}
