package dev.ovsdb.cli;

import java.io.IOException;

/** Ends of a process that its parent sees as a signal. */
final class Signals {
    /** SIGALRM, on all systems that this runs on. */
    static final int ALARM = 14;

    /** SIGTERM. */
    static final int TERMINATE = 15;

    private Signals() {}

    /**
     * Ends this process by SIGALRM, as {@code --timeout} does with the reference. Java cannot send itself a signal, the shell
     * can; where it cannot, the exit status is at least the one that a shell shows for it.
     */
    static void raiseAlarm() {
        try {
            new ProcessBuilder(
                            "sh",
                            "-c",
                            "kill -s ALRM " + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(128 + ALARM);
        }
        Runtime.getRuntime().halt(128 + ALARM);
    }
}
