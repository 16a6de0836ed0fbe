package dev.ovsdb.cli.daemon;

import dev.ovsdb.cli.vlog.Vlog;
import java.util.concurrent.CompletableFuture;

/**
 * Waits for the end of a program: somebody asks for it, or a signal comes by which users end programs. After a signal the
 * program cleans up and then dies by that signal, so that its parent sees what happened. Thread-safe.
 */
public final class Endings {
    private static final int SIGNALLED = 128;

    private final Vlog log;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    public Endings(Vlog log) {
        this.log = log;
    }

    /** Lets signals end the wait instead of the process. */
    public void listenToSignals() {
        for (ProcessSignal signal : ProcessSignal.values()) {
            if (!signal.handle(() -> on(signal))) {
                log.info("fatal_signal", "the JVM keeps SIG" + signal + " for itself");
            }
        }
    }

    private void on(ProcessSignal signal) {
        log.warn("fatal_signal", "terminating with signal " + signal.number() + " (" + signal.description() + ")");
        end.complete(SIGNALLED + signal.number());
    }

    /** Asks for a normal end. */
    public void exit() {
        end.complete(0);
    }

    /** Completes when the program is to end, with the status that a shell would show: above 128 for a signal. */
    public CompletableFuture<Integer> end() {
        return end;
    }

    /** If the status stands for a signal, ends this process by it, as if nobody had handled it. */
    public static void dieBy(int status) {
        for (ProcessSignal signal : ProcessSignal.values()) {
            if (SIGNALLED + signal.number() == status) {
                signal.die();
            }
        }
    }
}
