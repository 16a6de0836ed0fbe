package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.protocol.operation.TransactionFailedException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs transactions on a replica's database. Thread-safe, and without state but its options.
 *
 * <p>A transaction waits for the replica's first contents, runs its function on the newest version, and sends what was staged together
 * with what must still be so. If it is not, the function runs again as soon as the replica has moved on, after a pause, as often as the
 * options allow. What the function throws ends it; nothing is sent then.
 */
public final class Transactor {
    private final Idl idl;
    private final TransactionOptions options;

    private Transactor(Idl idl, TransactionOptions options) {
        this.idl = idl;
        this.options = options;
    }

    /** Transactions on this replica, with the default options. */
    public static Transactor of(Idl idl) {
        return new Transactor(Objects.requireNonNull(idl, "idl"), TransactionOptions.defaults());
    }

    /** The same with these options. */
    public Transactor with(TransactionOptions other) {
        return new Transactor(idl, Objects.requireNonNull(other, "options"));
    }

    /** How transactions are run. */
    public TransactionOptions options() {
        return options;
    }

    /**
     * Runs a transaction on the calling thread, and waits for its end. With a replica of a manual pace it has the replica take in what
     * has arrived before the function runs again, as {@link Idl#run} does: it is for the thread that calls that.
     *
     * @throws IllegalStateException on an event loop, if the replica is over, or if it has a manual pace and no contents yet
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, or the replica is closed before it has contents;
     *     if it was sent by then, what became of it is unknown
     * @throws RuntimeException what the function throws, or what kept the replica from having contents
     */
    public Ending transact(TransactionBody body) {
        Objects.requireNonNull(body, "body");
        if (idl.client().eventLoop().inAnyEventLoop()) {
            throw new IllegalStateException(
                    "a blocking method was called on an event loop, which would wait for itself");
        }
        if (idl.isManual() && !idl.live().isDone()) {
            throw new IllegalStateException("the replica has no contents yet; call run() until live() is done");
        }
        CallerThread caller = new CallerThread();
        return caller.await(new TransactionRun(idl, options, body, caller, true).start());
    }

    /**
     * Runs a transaction.
     *
     * @param executor runs the function; not an event loop
     * @return completes with the end, on the event loop or the executor. Fails as {@link #transact} throws, and with {@link
     *     java.util.concurrent.RejectedExecutionException} if the executor takes nothing. If it is cancelled the function does not run
     *     again; what was sent by then is not taken back
     */
    public CompletableFuture<Ending> transactAsync(Executor executor, TransactionBody body) {
        Objects.requireNonNull(executor, "executor");
        Objects.requireNonNull(body, "body");
        return new TransactionRun(idl, options, body, executor, false).start();
    }

    /**
     * Finds out what became of a transaction that ended as {@link Ending.Unknown}, by the mark that it was to leave.
     *
     * @return completes with the answer; asks again when a connection is lost. Fails with {@link
     *     dev.ovsdb.jsonrpc.RequestTimeoutException} if there is no connection or no answer in time, with {@link
     *     dev.ovsdb.jsonrpc.RemoteErrorException} or {@link TransactionFailedException} if the server refuses, with {@link
     *     dev.ovsdb.jsonrpc.ConnectionClosedException} if the session is closed; it may be called again then
     */
    public CompletableFuture<Settlement> settle(Mark mark) {
        return Settler.settle(
                idl.client(), idl.interest().database(), mark, options.ids().nextUuid());
    }
}
