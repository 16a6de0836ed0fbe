package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.SystemErrors;
import java.io.IOException;
import java.util.List;

/** The command of {@code --run}: the server ends when it ends, and fails if it fails. */
final class ChildProcess {
    private static final int SIGNALLED = 128;
    /** What the launcher and the monitor tell this server, and no other that its command may start. */
    private static final List<String> FROM_LAUNCHER =
            List.of("OVSDB_DIRECTORY", "OVSDB_KEPT", "OVSDB_READY", "OVSDB_USER", "OVSDB_USER_REFUSED");

    private final String command;
    private final Process process;

    private ChildProcess(String command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** Starts it; it shares the server's standard streams. */
    static ChildProcess start(String command, Runnable onEnd) {
        try {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command).inheritIO();
            builder.environment().keySet().removeAll(FROM_LAUNCHER);
            Process process = builder.start();
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
        String signal = signal(status - SIGNALLED);
        return signal.isEmpty() ? "exit status " + status : "killed (" + signal + ")";
    }

    /** As the system describes it; empty if it is none by which processes usually end. */
    private static String signal(int number) {
        return switch (number) {
            case 1 -> "Hangup";
            case 2 -> "Interrupt";
            case 3 -> "Quit";
            case 6 -> "Aborted";
            case 9 -> "Killed";
            case 11 -> "Segmentation fault";
            case 13 -> "Broken pipe";
            case 14 -> "Alarm clock";
            case 15 -> "Terminated";
            default -> "";
        };
    }
}
