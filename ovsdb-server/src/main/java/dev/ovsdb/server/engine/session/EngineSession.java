package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.HandlerSession;
import dev.ovsdb.server.ServerConnection;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.SessionLocks;
import dev.ovsdb.server.rights.Client;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The half of a session that lives with its connection: reads calls, puts them into the lane in batches, and sends what comes
 * out of it.
 *
 * <p>No more is read of the peer while a batch waits in the lane, and while too much waits for the peer.
 */
public final class EngineSession implements HandlerSession, SessionOutlet {
    private final EngineParts engine;
    private final ServerConnection connection;
    private final LaneSession inLane;
    private final Intake intake;
    private final ConnectionOutput output;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile boolean ended;
    private boolean paused; // Guarded by this.

    public EngineSession(EngineParts engine, ServerConnection connection) {
        this.engine = engine;
        this.connection = connection;
        this.inLane = new LaneSession(
                engine, this, client(connection), connection.remote().readOnly());
        this.intake = new Intake(engine.lane(), inLane);
        this.output = new ConnectionOutput(connection);
    }

    /** Makes the lane know the session. */
    public void begin() {
        intake.add(new BeginCall(inLane, new NoRequest("begin")));
        intake.flush();
    }

    // ---- What the connection brings.

    @Override
    public void request(ServerRequest request) {
        intake.add(Calls.read(inLane, request));
    }

    @Override
    public void notification(String method, JsonBytes params) {
        if (method.equals("cancel")) {
            intake.add(new CancelCall(inLane, new NoRequest(method), params));
        }
    }

    @Override
    public void readComplete() {
        intake.flush();
        readOrNot();
    }

    @Override
    public void writable() {
        deliver();
    }

    @Override
    public SessionLocks locks() {
        return inLane.lockStatus();
    }

    @Override
    public void closed(@Nullable Throwable cause) {
        ended = true;
        if (loop().inEventLoop()) {
            output.end();
        } else {
            loop().execute(output::end);
        }
        intake.add(new EndCall(inLane, new NoRequest("end")));
        intake.flush();
    }

    // ---- What the lane brings.

    @Override
    public EventLoop loop() {
        return connection.eventLoop();
    }

    @Override
    public void hand(Outgoing message) {
        output.hand(message);
    }

    @Override
    public void abort(String reason) {
        loop().execute(() -> connection.abort(reason)); // On the loop nothing is in its way, no reply either.
    }

    @Override
    public boolean isBacklogFull() {
        return connection.isBacklogFull();
    }

    @Override
    public void batchExecuted() {
        intake.executed();
    }

    @Override
    public boolean becomesDue() {
        return due.compareAndSet(false, true);
    }

    @Override
    public void deliver() {
        due.set(false);
        output.leave();
        intake.flush(); // What was read while the last batch was in the lane.
        readOrNot();
    }

    /** Stops reading while there is enough to do, or too much to send. */
    private synchronized void readOrNot() {
        if (ended) {
            return;
        }
        long queued = connection.queuedBytes();
        if (queued > engine.limits().backlogBytes()) {
            ended = true;
            String reason = queued + " bytes wait for the client, more than backlogBytes allows";
            engine.listener().disconnected(reason);
            connection.close(reason);
            return;
        }
        boolean pause = intake.isUnderWay() || queued > engine.limits().pauseAboveBytes();
        if (pause != paused) {
            paused = pause;
            if (pause) {
                connection.pauseReading();
            } else {
                connection.resumeReading();
            }
        }
    }

    private static Client client(ServerConnection connection) {
        String role = connection.remote().role().orElse(null);
        String name = connection.peerCertificate().flatMap(CommonName::of).orElse(null);
        return new Client(name, role, connection.info().remoteName());
    }
}
