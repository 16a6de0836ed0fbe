package dev.ovsdb.server.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Timers by what was asked and how it ended. Clients choose the names of methods, so that only known ones become tags. */
final class RequestTimers {
    private static final String NONE = "none";
    private static final String OTHER = "other";
    private static final List<String> METHODS = List.of(
            "transact",
            "monitor",
            "monitor_cond",
            "monitor_cond_since",
            "monitor_cond_change",
            "monitor_cancel",
            "lock",
            "steal",
            "unlock",
            "echo",
            "list_dbs",
            "get_schema",
            "get_server_id",
            "set_db_change_aware",
            "convert",
            "cancel",
            "begin",
            "end");
    private static final int MOST_ERRORS = 64; // Of the reference there are about 30.

    private record Request(String method, String database, String error) {}

    private record Transaction(String database, String error, boolean durable) {}

    private final MeterRegistry registry;
    private final Tags tags;
    private final Map<Request, Timer> requests = new ConcurrentHashMap<>(); // Never iterated, nor are these.
    private final Map<Transaction, Timer> transactions = new ConcurrentHashMap<>();
    private final Map<String, String> errors = new ConcurrentHashMap<>();

    RequestTimers(MeterRegistry registry, Tags tags) {
        this.registry = registry;
        this.tags = tags;
    }

    void executed(String method, @Nullable String database, @Nullable String errorTag, long nanos) {
        var key = new Request(
                METHODS.contains(method) ? method : OTHER, database == null ? NONE : database, error(errorTag));
        requests.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    void finished(String database, @Nullable String errorTag, boolean durable, long nanos) {
        var key = new Transaction(database, error(errorTag), durable);
        transactions.computeIfAbsent(key, this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private String error(@Nullable String tag) {
        if (tag == null) {
            return NONE;
        }
        return errors.size() < MOST_ERRORS ? errors.computeIfAbsent(tag, it -> it) : errors.getOrDefault(tag, OTHER);
    }

    private Timer timer(Request key) {
        return registry.timer(
                "ovsdb.engine.requests",
                tags.and("method", key.method(), "database", key.database(), "error", key.error()));
    }

    private Timer timer(Transaction key) {
        return registry.timer(
                "ovsdb.engine.transactions",
                tags.and("database", key.database(), "error", key.error(), "durable", Boolean.toString(key.durable())));
    }
}
