package dev.ovsdb.client.server;

import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.conversation.MonitorTarget;
import dev.ovsdb.client.monitor.MonitorMethod;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.RowUpdate;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.monitor.UpdatesHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code _Server} on one conversation and says when the server stops being fit. Confined to the event loop.
 *
 * <p>A server without that database is older than clusters are, and always fine.
 */
public final class ServerWatch implements MonitorTarget {
    private static final Logger LOG = LoggerFactory.getLogger(ServerWatch.class);
    private static final JsonValue ID = JsonValue.of("_Server");
    private static final MonitorRequests REQUESTS = MonitorRequests.of(
            "Database", MonitorRequest.columns("name", "model", "connected", "leader", "cid", "index"));

    private final ServerRules rules;
    private final StaleMark mark;
    private final Consumer<Verdict> later;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private boolean accepted;

    private ServerWatch(ServerRules rules, StaleMark mark, Consumer<Verdict> later) {
        this.rules = rules;
        this.mark = mark;
        this.later = later;
    }

    /**
     * Judges a server, now and from now on.
     *
     * @param later told once, if the server is turned down after it was accepted
     * @return the first verdict
     */
    public static CompletableFuture<Verdict> start(
            Conversation conversation, ServerRules rules, StaleMark mark, Consumer<Verdict> later) {
        ServerWatch watch = new ServerWatch(rules, mark, later);
        return conversation
                .monitor(MonitorMethod.MONITOR_COND, "_Server", ID, REQUESTS, new UUID(0, 0), watch)
                .handle((reply, failure) -> {
                    if (failure == null) {
                        return watch.firstVerdict();
                    }
                    if (Failures.unwrap(failure) instanceof RemoteErrorException error) {
                        LOG.info(
                                "{} has no _Server database ({}); taking it as standalone",
                                conversation.info(),
                                error.getMessage());
                        return Verdict.ACCEPT;
                    }
                    throw new CompletionException(Failures.unwrap(failure));
                });
    }

    private Verdict firstVerdict() {
        Verdict verdict = judge();
        accepted = verdict.accepted();
        return verdict;
    }

    private Verdict judge() {
        List<DatabaseRow> databases = new ArrayList<>();
        rows.values().forEach(row -> databases.add(DatabaseRow.of(row)));
        Verdict verdict = rules.judge(databases, mark.oldestIndex());
        if (verdict.accepted()) {
            mark.seen(rules.find(databases));
        }
        return verdict;
    }

    @Override
    public UpdateSchema schema() {
        return UpdateSchema.NONE;
    }

    @Override
    public void begin(UpdatesHeader header, boolean reply) {}

    @Override
    public void row(String table, UUID uuid, RowUpdate update) {
        if (update instanceof RowUpdate.Initial initial) {
            rows.put(uuid, initial.row());
        } else if (update instanceof RowUpdate.Insert insert) {
            rows.put(uuid, insert.row());
        } else if (update instanceof RowUpdate.Modify modify) {
            rows.computeIfPresent(uuid, (id, row) -> replaced(row, modify.diff()));
        } else {
            rows.remove(uuid);
        }
    }

    /** All these columns hold at most one value, so that a difference is the new value (E19). */
    private static Row replaced(Row row, Row diff) {
        Row changed = row;
        for (String column : diff.columns()) {
            changed = changed.with(column, diff.get(column).orElseThrow());
        }
        return changed;
    }

    @Override
    public void end() {
        if (!accepted) {
            return; // The contents: judged when the reply is complete.
        }
        Verdict verdict = judge();
        if (!verdict.accepted()) {
            accepted = false;
            later.accept(verdict);
        }
    }

    @Override
    public void aborted(Throwable cause) {}

    @Override
    public void canceled(Conversation conversation) {
        if (accepted) {
            accepted = false;
            later.accept(Verdict.reject("does not tell about itself any more"));
        }
    }
}
