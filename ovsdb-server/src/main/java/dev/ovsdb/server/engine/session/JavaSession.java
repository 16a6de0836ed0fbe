package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.BodySource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.engine.database.ServedDatabase;
import dev.ovsdb.server.engine.database.VirtualRows;
import dev.ovsdb.server.rights.Client;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The session of code in this process: what it asks passes through the lane as what clients ask, and is answered on the
 * engine's own loop. Thread-safe.
 */
public final class JavaSession implements SessionOutlet, SessionOutput {
    private static final Client MYSELF = new Client(null, null, "this process");

    private final EngineParts engine;
    private final LaneSession inLane;
    private final Queue<Outgoing> handed = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicLong requests = new AtomicLong();

    public JavaSession(EngineParts engine) {
        this.engine = engine;
        this.inLane = new LaneSession(engine, this, MYSELF, false);
        inLane.setChangeAware(true); // Before anybody else sees it.
    }

    /** Asks for something that is read and executed as a client's request. */
    public CompletableFuture<JsonBytes> call(String method, JsonBytes params) {
        var future = new CompletableFuture<JsonBytes>();
        JsonValue id = JsonValue.of(requests.incrementAndGet());
        execute(Calls.read(inLane, new JavaRequest(method, id, params, future)));
        return future;
    }

    /** Changes rows of a virtual table; completes when that is published. */
    public CompletableFuture<JsonBytes> change(ServedDatabase database, VirtualRows rows) {
        var future = new CompletableFuture<JsonBytes>();
        JsonValue id = JsonValue.of(requests.incrementAndGet());
        var request = new JavaRequest("change of " + rows.table(), id, JsonBytes.EMPTY_ARRAY, future);
        execute(new ChangeCall(inLane, request, database, rows));
        return future;
    }

    /** Serves a database no more; completes when it is gone. */
    public CompletableFuture<JsonBytes> remove(ServedDatabase database, String reason) {
        var future = new CompletableFuture<JsonBytes>();
        JsonValue id = JsonValue.of(requests.incrementAndGet());
        var request = new JavaRequest("removal of " + database.name(), id, JsonBytes.EMPTY_ARRAY, future);
        execute(new Removal(inLane, request, database, reason));
        return future;
    }

    private void execute(Call call) {
        engine.lane().putLater(new SessionBatch(inLane, List.of(call)));
    }

    @Override
    public EventLoop loop() {
        return engine.home();
    }

    @Override
    public void hand(Outgoing message) {
        handed.add(message);
    }

    @Override
    public void abort(String reason) {
        throw new IllegalStateException(reason); // Its replies never stand still.
    }

    @Override
    public boolean isBacklogFull() {
        return false; // Nothing waits for this process itself.
    }

    @Override
    public void batchExecuted() {}

    @Override
    public boolean becomesDue() {
        return due.compareAndSet(false, true);
    }

    @Override
    public void deliver() {
        due.set(false);
        for (Outgoing next = handed.poll(); next != null; next = handed.poll()) {
            next.leave(this);
        }
    }

    // It has no monitors and no locks, so that nothing but answers comes to it.

    @Override
    public void notify(String method, JsonBytes params) {
        throw new IllegalStateException(method);
    }

    @Override
    public void reply(ServerRequest request, BodySource result) {
        request.reply(result);
    }

    @Override
    public void close(String reason) {
        throw new IllegalStateException(reason);
    }

    @Override
    public void add(SessionMonitor monitor) {
        throw new IllegalStateException("a session without monitors");
    }

    @Override
    public void remove(SessionMonitor monitor) {
        throw new IllegalStateException("a session without monitors");
    }
}
