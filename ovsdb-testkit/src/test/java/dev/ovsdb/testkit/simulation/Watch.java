package dev.ovsdb.testkit.simulation;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.monitor.Monitor;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.client.monitor.MonitorSpec;
import dev.ovsdb.jsonrpc.RequestTimeoutException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Condition;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One monitor of a session: what it asks for, and the mirror of what it was told. */
final class Watch {
    private final Simulation simulation;
    private final String name;
    private final OvsdbClient client;
    private final MonitorMethod method;
    private Mirror mirror;
    private CompletableFuture<Monitor> monitor;
    private List<Long> buckets = List.of(); // Those that are wanted of table Item; none for all.
    private boolean changing;
    private boolean cancelled;

    Watch(Simulation simulation, String name, OvsdbClient client) {
        this.simulation = simulation;
        this.name = name;
        this.client = client;
        this.method = simulation
                .dice()
                .pick(
                        MonitorMethod.MONITOR,
                        MonitorMethod.MONITOR_COND,
                        MonitorMethod.MONITOR_COND_SINCE,
                        MonitorMethod.MONITOR_COND_SINCE);
        this.mirror = new Mirror(name);
        this.monitor = begin();
    }

    private CompletableFuture<Monitor> begin() {
        MonitorRequests.Builder requests = MonitorRequests.builder();
        for (String table : SimSchema.TABLES) {
            MonitorRequest.Builder request = MonitorRequest.builder().columns(SimSchema.columns(table));
            requests.table(
                    table,
                    table.equals(SimSchema.ITEM)
                            ? request.whereAny(conditions()).build()
                            : request.build());
        }
        CompletableFuture<Monitor> begun =
                client.monitor(MonitorSpec.of(SimSchema.NAME, requests.build()).methods(method), mirror);
        simulation.expect(begun, method + " of " + name);
        begun.whenComplete((done, failure) -> {
            if (failure != null && Ledger.unwrapped(failure) instanceof RequestTimeoutException && !cancelled) {
                mirror = new Mirror(name);
                monitor = begin(); // It took too long; its user asks again.
            }
        });
        return begun;
    }

    private Condition[] conditions() {
        return buckets.stream().map(bucket -> Condition.equal("bucket", bucket)).toArray(Condition[]::new);
    }

    void changeConditions(List<Long> to) {
        if (method != MonitorMethod.MONITOR && monitor.isDone() && !monitor.isCompletedExceptionally() && !cancelled) {
            buckets = to;
            change();
        }
    }

    private void change() {
        changing = true;
        List<Long> asked = buckets;
        CompletableFuture<Void> changed = monitor.join().change(MonitorConditions.of(SimSchema.ITEM, conditions()));
        simulation.expect(changed, "conditions of " + name);
        changed.whenComplete((done, failure) -> {
            if (asked != buckets) {
                return; // Others are wanted by now.
            }
            changing = false;
            if (failure != null && Ledger.unwrapped(failure) instanceof RequestTimeoutException && !cancelled) {
                change();
            }
        });
    }

    void cancel() {
        cancelled = true;
        if (monitor.isDone() && !monitor.isCompletedExceptionally()) {
            simulation.expect(monitor.join().cancel(), "cancel of " + name);
        } else {
            monitor.cancel(false);
        }
    }

    Mirror mirror() {
        return mirror;
    }

    /** Why it is not what its user wants it to be, yet; empty if it is. */
    String trouble() {
        if (!monitor.isDone()) {
            return name + " has no contents";
        }
        Monitor made = monitor.join();
        if (made.state() != Monitor.State.ACTIVE || !mirror.isServed()) {
            return name + " is " + made.state() + ", its mirror " + (mirror.isServed() ? "served" : "not served");
        }
        return changing ? name + ": a change of conditions has no answer" : "";
    }

    @Override
    public String toString() {
        return method + " " + name;
    }

    void check(Map<String, Map<UUID, Row>> database) {
        for (String table : SimSchema.TABLES) {
            boolean all = !table.equals(SimSchema.ITEM) || buckets.isEmpty();
            Map<UUID, Row> expected = SimRows.of(
                    database.get(table),
                    SimSchema.columns(table),
                    row -> all || buckets.contains(row.require("bucket").asLong()));
            SimRows.requireEqual(name, table, expected, mirror.rows(table));
        }
    }
}
