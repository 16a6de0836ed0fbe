package dev.ovsdb.client.monitor;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A monitor to ask for, with every choice there is. Immutable: each {@code with...} method gives another one.
 *
 * <pre>{@code
 * MonitorSpec.of("Open_vSwitch", requests).methods(MonitorMethod.MONITOR_COND_SINCE, MonitorMethod.MONITOR_COND)
 * }</pre>
 */
public final class MonitorSpec {
    private static final List<MonitorMethod> BEST_FIRST =
            List.of(MonitorMethod.MONITOR_COND_SINCE, MonitorMethod.MONITOR_COND, MonitorMethod.MONITOR);

    private final String database;
    private final MonitorRequests requests;
    private final List<MonitorMethod> methods;
    private final UUID since;
    private final Optional<JsonValue> id;

    private MonitorSpec(
            String database,
            MonitorRequests requests,
            List<MonitorMethod> methods,
            UUID since,
            Optional<JsonValue> id) {
        this.database = Objects.requireNonNull(database, "database");
        this.requests = Objects.requireNonNull(requests, "requests");
        this.methods = List.copyOf(methods);
        this.since = Objects.requireNonNull(since, "since");
        this.id = id;
        if (this.methods.isEmpty()) {
            throw new IllegalArgumentException("a monitor needs at least one method");
        }
    }

    /** Everything that the requests name, by the best method that the server knows. */
    public static MonitorSpec of(String database, MonitorRequests requests) {
        return new MonitorSpec(database, requests, BEST_FIRST, MonitorMessage.NO_TRANSACTION, Optional.empty());
    }

    /**
     * The methods to try, in this order; the next one only if the server answers exactly {@code unknown method}. A request
     * with conditions never falls back on {@link MonitorMethod#MONITOR}, which would deliver more rows than were asked for.
     */
    public MonitorSpec methods(MonitorMethod... inOrder) {
        return new MonitorSpec(database, requests, List.of(inOrder), since, id);
    }

    /** The last transaction that the caller already has the contents of, for {@link MonitorMethod#MONITOR_COND_SINCE}. */
    public MonitorSpec since(UUID lastTransactionId) {
        return new MonitorSpec(database, requests, methods, lastTransactionId, id);
    }

    /** The monitor's id on the wire; a session makes one otherwise. Any JSON value, unique in the session. */
    public MonitorSpec id(JsonValue monitorId) {
        return new MonitorSpec(database, requests, methods, since, Optional.of(monitorId));
    }

    public String database() {
        return database;
    }

    public MonitorRequests requests() {
        return requests;
    }

    public List<MonitorMethod> methods() {
        return methods;
    }

    public UUID since() {
        return since;
    }

    public Optional<JsonValue> id() {
        return id;
    }
}
