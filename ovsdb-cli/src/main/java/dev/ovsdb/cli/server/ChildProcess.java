package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.SystemErrors;
import java.io.IOException;
import java.util.Map;

/** The command of {@code --run}: the server ends when it ends, and fails if it fails. */
final class ChildProcess {
    private static final int SIGNALLED = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(
            1, "Hangup",
            2, "Interrupt",
            3, "Quit",
            6, "Aborted",
            9, "Killed",
            11, "Segmentation fault",
            13, "Broken pipe",
            14, "Alarm clock",
            15, "Terminated");

    private final String command;
    private final Process process;

    private ChildProcess(String command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts it; it shares the server's standard streams. */
    static ChildProcess start(String command, Runnable onEnd) {
        try {
            Process process =
                    new ProcessBuilder("/bin/sh", "-c", command).inheritIO().start();
            process.onExit().thenRun(onEnd);
            return new ChildProcess(command, process);
        } catch (IOException e) {
            throw new CommandException(command + ": process failed to start (" + SystemErrors.of(e) + ")", e);
        }
    }

    /** @throws CommandException if it has ended with a failure */
    void requireSuccess() {
        if (!process.isAlive() && process.exitValue() != 0) {
            throw new CommandException(command + ": child exited, " + describe(process.exitValue()));
        }
    }

    /** Java tells a signal by 128 and its number, as a shell does. */
    private static String describe(int status) {
        String signal = SIGNALS.get(status - SIGNALLED);
        return signal == null ? "exit status " + status : "killed (" + signal + ")";
    }
}
