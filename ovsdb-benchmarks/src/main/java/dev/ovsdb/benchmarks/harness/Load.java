package dev.ovsdb.benchmarks.harness;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps a fixed number of transactions outstanding on one client: first unmeasured until it is warm, then measured.
 *
 * <p>With one outstanding the calling thread waits for each reply before it sends the next, as blocking code does; with
 * more, each completion starts the next, as asynchronous code does.
 */
public final class Load {
    private final Supplier<? extends CompletionStage<?>> transaction;
    private final int outstanding;

    private Load(Supplier<? extends CompletionStage<?>> transaction, int outstanding) {
        this.transaction = transaction;
        this.outstanding = outstanding;
    }

    /**
     * Runs one driver's command line and prints its {@link Report}.
     *
     * @param arguments the number of outstanding transactions, the seconds to warm up, the seconds to measure
     * @param transaction starts one transaction; its stage fails when the server did not insert the row
     */
    public static void run(DriverArguments arguments, Supplier<? extends CompletionStage<?>> transaction)
            throws Exception {
        Load load = new Load(transaction, arguments.outstanding());
        load.during(arguments.warmUpSeconds());
        System.out.println(load.during(arguments.seconds()).toLine());
    }

    private Report during(double seconds) throws Exception {
        Stopwatch watch = new Stopwatch(seconds);
        Latencies latencies = new Latencies();
        if (outstanding == 1) {
            oneAtATime(watch, latencies);
        } else {
            pipelined(watch, latencies);
        }
        return watch.report(latencies);
    }

    private void oneAtATime(Stopwatch watch, Latencies latencies) throws Exception {
        while (watch.running()) {
            long start = System.nanoTime();
            transaction.get().toCompletableFuture().get();
            latencies.add(System.nanoTime() - start);
        }
    }

    /** The completion of one transaction starts the next, on whatever thread the client completes it. */
    private void pipelined(Stopwatch watch, Latencies latencies) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        AtomicInteger running = new AtomicInteger(outstanding);
        for (int i = 0; i < outstanding; i++) {
            next(watch, latencies, running, done);
        }
        done.get();
    }

    private void next(Stopwatch watch, Latencies latencies, AtomicInteger running, CompletableFuture<Void> done) {
        if (!watch.running()) {
            if (running.decrementAndGet() == 0) {
                done.complete(null);
            }
            return;
        }
        long start = System.nanoTime();
        transaction.get().whenComplete((result, cause) -> {
            if (cause != null) {
                done.completeExceptionally(cause);
                return;
            }
            latencies.add(System.nanoTime() - start);
            next(watch, latencies, running, done);
        });
    }
}
