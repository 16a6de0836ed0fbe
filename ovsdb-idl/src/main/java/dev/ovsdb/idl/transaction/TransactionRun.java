package dev.ovsdb.idl.transaction;

import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.IdlState;
import dev.ovsdb.idl.View;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one transaction, one after the other.
 *
 * <pre>
 *   waits for contents --&gt; runs the function --&gt; sent --&gt; ended
 *                               ^                   |
 *                               +-- pauses &lt;-- conflict
 * </pre>
 */
final class TransactionRun {
    private final Idl idl;
    private final TransactionOptions options;
    private final TransactionBody body;
    private final Executor executor;
    private final boolean takesIn;
    private final CompletableFuture<Ending> end = new CompletableFuture<>();
    private final CompletableFuture<Ending> told = new CompletableFuture<>();
    private volatile int attempts; // Attempts follow each other.
    private boolean sent; // Guarded by this, as what follows.
    private boolean impatient;

    /** @param takesIn whether to have a replica with a manual pace take in what has arrived before the function runs again */
    TransactionRun(Idl idl, TransactionOptions options, TransactionBody body, Executor executor, boolean takesIn) {
        this.idl = idl;
        this.options = options;
        this.body = body;
        this.executor = executor;
        this.takesIn = takesIn && idl.isManual();
    }

    CompletableFuture<Ending> start() {
        Duration patience = options.patienceOrNull();
        EventLoop.Timer timer = patience == null ? () -> {} : loop().schedule(patience, this::patienceOver);
        end.whenComplete((ending, failure) -> {
            if (failure == null) {
                told.complete(ending);
            } else {
                told.completeExceptionally(failure);
            }
        });
        told.whenComplete((ending, failure) -> timer.cancel());
        idl.live().whenComplete((live, failure) -> {
            if (failure == null) {
                next();
            } else {
                end.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        });
        return told;
    }

    private EventLoop loop() {
        return idl.client().eventLoop();
    }

    private void next() {
        try {
            executor.execute(this::attempt);
        } catch (RejectedExecutionException e) {
            end.completeExceptionally(e);
        }
    }

    private void attempt() {
        if (told.isDone()) {
            return; // Cancelled, or out of patience.
        }
        try {
            requireFit();
            attempts = attempts + 1;
            if (takesIn && attempts > 1) {
                idl.run();
            }
            View view = idl.view();
            if (!isSentFrom(view)) {
                view.close();
            }
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
        }
    }

    private void requireFit() {
        if (loop().inAnyEventLoop()) {
            throw new IllegalStateException("a transaction's function must not run on an event loop");
        }
        IdlState state = idl.state();
        if (state.phase() == IdlState.Phase.STOPPED) {
            throw new IllegalStateException("the replica is over", state.causeOrNull());
        }
    }

    /** Runs the function on a view, and sends what it staged; else the view is of no more use. */
    private boolean isSentFrom(View view) {
        IdlTransaction tx = new IdlTransaction(view, idl.interest(), options.ids());
        try {
            body.run(tx);
            Ending early = early(tx);
            if (early == null) {
                return isSent(view, RequestBuilder.build(tx, options));
            }
            tx.end();
            view.close();
            end.complete(early);
            return false;
        } catch (RuntimeException | Error e) {
            end.completeExceptionally(e);
            return false;
        } finally {
            tx.end();
        }
    }

    private static @Nullable Ending early(IdlTransaction tx) {
        if (tx.isAborted()) {
            return new Ending.Aborted(false);
        }
        return tx.staged().stream().anyMatch(StagedRow::isChanged) ? null : new Ending.Unchanged();
    }

    private boolean isSent(View view, Request request) {
        synchronized (this) {
            sent = !impatient && !told.isDone();
            if (!sent) {
                return false;
            }
        }
        idl.client()
                .transact(idl.interest().database(), request.operations())
                .whenComplete((outcome, failure) -> answered(view, request, outcome, failure));
        return true;
    }

    private void answered(
            View view, Request request, @Nullable TransactionOutcome outcome, @Nullable Throwable failure) {
        try {
            Ending ending = outcome != null
                    ? Verdict.of(request, outcome, attempts)
                    : Verdict.of(failure != null ? failure : new IllegalStateException("no outcome"), attempts);
            if (ending == null) {
                conflict(view);
            } else {
                view.close(); // Before anybody who waits for the end goes on.
                end.complete(ending);
            }
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        } finally {
            view.close();
        }
    }

    private void conflict(View view) {
        boolean enough;
        synchronized (this) {
            sent = false;
            enough = impatient || attempts >= options.attempts();
        }
        if (enough) {
            end.complete(new Ending.TryAgain(attempts, null));
            return;
        }
        if (takesIn) {
            pause();
            return;
        }
        CompletableFuture<Void> newer = idl.newerThan(view);
        EventLoop.Timer bound = loop().schedule(options.replicaPatience(), () -> newer.complete(null));
        newer.whenComplete((done, failure) -> {
            bound.cancel();
            pause();
        });
    }

    private void pause() {
        Duration pause = options.pause(attempts);
        if (pause.isZero()) {
            next();
        } else {
            loop().schedule(pause, this::next);
        }
    }

    private void patienceOver() {
        boolean underWay;
        synchronized (this) {
            impatient = true; // What would be sent from now on is not.
            underWay = sent;
        }
        told.complete(
                underWay
                        ? new Ending.Incomplete(end.exceptionally(Ending.Unknown::new))
                        : new Ending.TryAgain(attempts, null));
    }
}
