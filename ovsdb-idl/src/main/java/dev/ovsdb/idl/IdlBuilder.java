package dev.ovsdb.idl;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.idl.feed.Pace;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.metrics.IdlListener;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.time.Clock;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Describes a replica. For one thread.
 *
 * <pre>{@code
 * Idl idl = Idl.of(Interest.everything("Open_vSwitch")).connect("unix:/run/openvswitch/db.sock");
 * idl.live().join();
 * }</pre>
 */
public final class IdlBuilder {
    private final Interest interest;
    private boolean manual;
    private @Nullable JsonValue monitorId;
    private Clock clock = Clock.system();
    private IdlListener metrics = IdlListener.NONE;
    private int listenerQueue = 64;

    IdlBuilder(Interest interest) {
        this.interest = Objects.requireNonNull(interest, "interest");
    }

    /**
     * Takes nothing in by itself: {@link Idl#run} does, on the thread of whoever calls it, which must be one at a time. For programs of
     * one thread, and for tests. What has arrived is kept until then.
     */
    public IdlBuilder manual() {
        manual = true;
        return this;
    }

    /** The monitor's id on the wire; the session makes one otherwise. Unique in the session. */
    public IdlBuilder monitorId(JsonValue id) {
        monitorId = id;
        return this;
    }

    /** Is told what the replica does, for who operates it. */
    public IdlBuilder metrics(IdlListener listener) {
        metrics = Objects.requireNonNull(listener, "listener");
        return this;
    }

    /**
     * How many changes may wait for a listener that is slow before those that follow are merged; 64 by default.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public IdlBuilder listenerQueue(int changes) {
        if (changes < 1) {
            throw new IllegalArgumentException("at least one change must be able to wait, not " + changes);
        }
        listenerQueue = changes;
        return this;
    }

    /** The clock that tells since when a state is, and how long things took. */
    public IdlBuilder clock(Clock own) {
        clock = own;
        return this;
    }

    /**
     * Begins, on a session of its own with one of these servers. Returns at once.
     *
     * @param remotes as {@link OvsdbClientBuilder#remotes(String...)} takes them
     */
    public Idl connect(String... remotes) {
        return connect(OvsdbClient.builder().remotes(remotes).database(interest.database()));
    }

    /** Begins, on a session of its own that is described. Returns at once. */
    public Idl connect(OvsdbClientBuilder session) {
        return begin(session.start(), true);
    }

    /** Begins, on a session that somebody else has and closes. Returns at once. */
    public Idl on(OvsdbClient session) {
        return begin(session, false);
    }

    private Idl begin(OvsdbClient session, boolean own) {
        LiveIdl idl = new LiveIdl(
                interest,
                session,
                own,
                manual ? Pace.manual() : Pace.immediate(),
                monitorId,
                new Observation(interest.database(), metrics, clock),
                listenerQueue);
        idl.begin();
        return idl;
    }

    /** As {@link #on}, completing when the contents are there. */
    public CompletableFuture<Idl> liveOn(OvsdbClient session) {
        Idl idl = on(session);
        return idl.live().thenApply(done -> idl);
    }
}
