package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session's monitor of a database.
 *
 * <p>It has two sides. The lane opens it, changes its conditions and closes it, through its {@link MonitorHub}. Its session
 * pulls updates, on its own loop, when it has room for them; until then they wait as steps that all monitors share. Where it
 * stands among them is guarded by the list of steps.
 */
public final class Monitor {
    private final StepList steps;
    private final DatabaseSchema schema;
    private final MonitorKind kind;
    private final Set<String> tables = new LinkedHashSet<>();

    // The lane's side.
    private volatile JsonValue id;
    private Subscription subscription;
    private boolean closed;

    // Guarded by the list of steps.
    private Point position;
    private final Deque<ConditionTurn> turns = new ArrayDeque<>();
    private boolean released;

    // The session's side.
    private Subscription shown;
    private ByteBuffer prefix;

    Monitor(StepList steps, DatabaseSchema schema, JsonValue id, Subscription subscription, Point position) {
        this.steps = steps;
        this.schema = schema;
        this.kind = subscription.kind();
        this.id = id;
        this.subscription = subscription;
        this.position = position;
        this.shown = subscription;
        this.prefix = prefix(id);
        subscription.tables().forEach(table -> tables.add(table.view().table().name()));
        steps.stand(position);
    }

    /** What its updates carry, as the last change of conditions on the lane has it. Any thread. */
    public JsonValue id() {
        return id;
    }

    /** How it was begun. Any thread. */
    public MonitorKind kind() {
        return kind;
    }

    DatabaseSchema schema() {
        return schema;
    }

    /** The names of the tables that it is of. */
    Set<String> tables() {
        return tables;
    }

    /**
     * Hands over what has been published up to this version and not been handed over before, changes of conditions included:
     * the update that a change itself makes stands in its place, and later ones carry the new id. On the session's loop, and not
     * before the reply to the request for the monitor was written.
     */
    public void pull(long version, MonitorOutput out) {
        ConditionTurn turn;
        do {
            StepList.Taken taken = steps.take(this, version);
            hand(taken, out);
            turn = taken.turn();
            if (turn != null) {
                follow(turn, out);
            }
        } while (turn != null);
    }

    private void hand(StepList.Taken taken, MonitorOutput out) {
        List<Step> each = taken.steps();
        if (taken.far() && each.size() > 1) {
            each = List.of(taken.from().merged(each));
        }
        for (Step step : each) {
            JsonBytes update = step.encodedFor(shown);
            if (update != null) {
                hand(update, out);
            }
        }
    }

    private void follow(ConditionTurn turn, MonitorOutput out) {
        shown = turn.subscription();
        prefix = prefix(turn.id());
        if (turn.update() != null) {
            hand(turn.update(), out);
        }
    }

    private void hand(JsonBytes update, MonitorOutput out) {
        List<ByteBuffer> params = new ArrayList<>();
        params.add(prefix);
        params.addAll(update.buffers());
        out.update(kind.updateMethod(), JsonBytes.of(params));
    }

    /** Whether a pull up to this version may hand something over. Any thread. */
    public boolean isBehind(long version) {
        return steps.isBehind(this, version);
    }

    private static ByteBuffer prefix(JsonValue id) {
        return ByteBuffer.wrap(("[" + id + ",").getBytes(StandardCharsets.UTF_8))
                .asReadOnlyBuffer();
    }

    // The lane's side.

    Subscription subscription() {
        return subscription;
    }

    void turn(ConditionTurn turn) {
        synchronized (steps) {
            turns.addLast(turn);
            steps.stand(turn.at()); // Else the point could go before this monitor comes to it.
        }
        id = turn.id();
        subscription = turn.subscription();
    }

    /** Takes back the last change of conditions, whose point has fallen. */
    void turnBack(ConditionTurn turn) {
        synchronized (steps) {
            if (turns.removeLastOccurrence(turn) && !released) {
                steps.leave(turn.at());
            }
        }
        id = turn.oldId();
        subscription = turn.before();
    }

    boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    // Under the lock of the list.

    Point position() {
        return position;
    }

    void moveTo(Point point) {
        position = point;
    }

    @Nullable
    ConditionTurn nextTurn() {
        return turns.peekFirst();
    }

    void endTurn() {
        turns.removeFirst();
    }

    List<ConditionTurn> turns() {
        return List.copyOf(turns);
    }

    void release() {
        released = true;
    }

    boolean isReleased() {
        return released;
    }
}
