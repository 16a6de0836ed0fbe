package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.events.Recording;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.SessionLocks;
import dev.ovsdb.server.engine.database.PinWatch;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.lane.Output;
import dev.ovsdb.server.engine.lock.LockHolder;
import dev.ovsdb.server.engine.lock.Locks;
import dev.ovsdb.server.rights.Client;
import dev.ovsdb.server.rights.RowRights;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The half of a session that lives in the lane: what it has there, and its messages until what they tell of is published.
 *
 * <pre>
 *   OPEN --(the server disconnects it)--&gt; CLOSING --(its connection has ended)--&gt; ENDED
 *     `-----------------------(its connection has ended)---------------------------^
 * </pre>
 *
 * <p>Once it is closing nothing more of it is executed. Confined to the lane.
 */
final class LaneSession implements LockHolder, Output, PinWatch.Holder {
    private enum State {
        OPEN,
        CLOSING,
        ENDED
    }

    private static final long MOST_RESULT_BYTES = 256 * 1024;

    private final EngineParts engine;
    private final SessionOutlet outlet;
    private final Client client;
    private final boolean readOnly;
    private final @Nullable SessionEvent event = Recording.isPossible() ? SessionEvent.start() : null;
    private final Deque<Slot> waiting = new ArrayDeque<>();
    private final Map<JsonValue, TransactCall> blocked = new LinkedHashMap<>();
    private final SessionMonitors monitors;
    private long resultBytes; // Of the batch under way.
    private State state = State.OPEN;
    private volatile SessionLocks lockStatus = SessionLocks.NONE;
    private boolean changeAware;
    private @Nullable ServedDatabase converting;
    private @Nullable DatabaseSchema rightsSchema;
    private @Nullable RowRights rights; // By the schema that was last asked for.
    private @Nullable Slot refilled;

    LaneSession(EngineParts engine, SessionOutlet outlet, Client client, boolean readOnly) {
        this.engine = engine;
        this.outlet = outlet;
        this.client = client;
        this.readOnly = readOnly;
        this.monitors = new SessionMonitors(this);
    }

    EngineParts engine() {
        return engine;
    }

    SessionOutlet outlet() {
        return outlet;
    }

    Client client() {
        return client;
    }

    SessionMonitors monitors() {
        return monitors;
    }

    /** Its blocked transactions by the ids of their requests. */
    Map<JsonValue, TransactCall> blocked() {
        return blocked;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    /** What it may change under this schema; null if that is everything. */
    @Nullable
    RowRights rights(DatabaseSchema schema) {
        if (rightsSchema != schema) {
            rightsSchema = schema;
            rights = engine.rights().of(client, schema).orElse(null);
        }
        return rights;
    }

    /** Whether it knows that databases come, go and change (E42). */
    boolean isChangeAware() {
        return changeAware;
    }

    void setChangeAware(boolean aware) {
        changeAware = aware;
    }

    /** It converts this database, and nothing of it is executed until that is done. */
    void setConverting(@Nullable ServedDatabase database) {
        converting = database;
    }

    /** The database that a call has to wait for: one that is being converted, by this session or for this call. */
    @Nullable
    ServedDatabase waitsFor(@Nullable ServedDatabase called) {
        if (converting != null) {
            return converting;
        }
        return called != null && called.isFrozen() ? called : null;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    // ---- Its messages.

    /** The answer to a call, computed on the database's head, or on no database. */
    void answer(Call call, @Nullable ServedDatabase database, Outgoing message) {
        Mark mark = database == null ? Mark.REACHED : Mark.of(database);
        Slot slot = refilled;
        refilled = null;
        if (slot == null) {
            slot = new Slot(call, mark, message);
            queue(slot);
        } else {
            slot.refill(mark, message);
        }
        if (database != null) {
            database.depends(slot);
        }
    }

    /** Nothing was read while the results of the batch before piled up. */
    void batchBegins() {
        resultBytes = 0;
    }

    void resultMade(long bytes) {
        resultBytes += bytes;
    }

    /** Whether the results of one batch are long: one read can hold hundreds of short requests for all there is. */
    boolean resultsPileUp() {
        return resultBytes > MOST_RESULT_BYTES;
    }

    /** What nobody asked for. It stands, whatever falls, but is not seen before all that led to it. */
    void tell(Outgoing message) {
        queue(new Slot(null, Mark.of(engine.databases().all()), message));
    }

    private void tell(String method, JsonValue param) {
        JsonBytes params = JsonBytes.of(JsonValue.array(param));
        tell(out -> out.notify(method, params));
    }

    private void queue(Slot slot) {
        waiting.addLast(slot);
        engine.turn().waits(this);
    }

    /** Executes a call again whose answer in the slot has fallen. */
    void executeAgain(Slot slot, Call call) {
        refilled = slot;
        call.execute();
        if (refilled != null) { // It is blocked now.
            refilled = null;
            waiting.remove(slot);
        }
    }

    @Override
    public boolean release() {
        boolean any = false;
        while (!waiting.isEmpty() && (state == State.ENDED || waiting.getFirst().isReached())) {
            outlet.hand(waiting.removeFirst().message());
            any = true;
        }
        if (any) {
            engine.turn().wake(outlet);
        }
        return waiting.isEmpty();
    }

    /** Its locks as they are now; from any thread, as they were a moment ago. */
    SessionLocks lockStatus() {
        return lockStatus;
    }

    /** Its locks may be others than before. */
    void locksChanged() {
        Locks.Standing now = engine.locks().standing(this);
        lockStatus = new SessionLocks(now.held(), now.waiting(), now.lost());
    }

    @Override
    public void locked(String lock) {
        locksChanged();
        tell("locked", JsonValue.of(lock));
    }

    @Override
    public void stolen(String lock) {
        locksChanged();
        tell("stolen", JsonValue.of(lock));
    }

    /** Its database goes, or changes so that it must be asked for again. */
    void tellCanceled(JsonValue id, SessionMonitor monitor) {
        JsonBytes params = JsonBytes.of(JsonValue.array(id));
        boolean aware = changeAware;
        tell(out -> {
            if (aware) {
                out.notify("monitor_canceled", params);
            }
            stopPulling(monitor, out);
        });
    }

    /** On the loop: takes a monitor out of the output, and has it closed. */
    void stopPulling(SessionMonitor monitor, SessionOutput out) {
        out.remove(monitor);
        engine.lane().execute(monitor::close);
    }

    private void recordEnd() {
        if (event != null && event.shouldCommit()) {
            event.peer = client.address();
            event.role = client.role();
            event.commit();
        }
    }

    // ---- Its end.

    /** Ends the connection, behind what is to be sent. Nothing more of the session is executed. */
    void disconnect(String reason) {
        if (state == State.OPEN) {
            state = State.CLOSING;
            engine.listener().disconnected(reason);
            tell(out -> out.close(reason));
        }
    }

    /** Past the reply that holds it: a peer that takes no more of that would never come to what is behind it. */
    @Override
    public void heldTooLong(String reason) {
        if (state == State.OPEN) {
            engine.listener().disconnected(reason);
        }
        if (state != State.ENDED) {
            state = State.CLOSING;
            outlet.abort(reason);
        }
    }

    /** The connection has ended: what it leaves behind goes. */
    void end() {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        recordEnd();
        engine.sessions().remove(this);
        List.copyOf(blocked.values()).forEach(TransactCall::forget);
        engine.locks().unlockAll(this);
        monitors.closeAll();
        engine.turn().waits(this);
    }
}
