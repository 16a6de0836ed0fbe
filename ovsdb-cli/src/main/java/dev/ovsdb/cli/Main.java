package dev.ovsdb.cli;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.InterruptedCommandException;
import dev.ovsdb.cli.console.OutputException;
import dev.ovsdb.cli.console.Terminals;
import dev.ovsdb.cli.console.Version;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The {@code ovsdb} command.
 *
 * <p>The system property {@value #PROGRAM} holds the name under which the command was called: as {@code ovsdb-client} it
 * behaves as {@code ovsdb client}.
 */
public final class Main {
    /** The system property that the launcher sets. */
    public static final String PROGRAM = "ovsdb.program";

    private static final int FAILED = 1;
    private static final int SIGNALLED = 128;

    private Main() {}

    /** Runs the command as the whole of this process. */
    public static void main(String[] arguments) {
        Console console = new Console(
                true,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                System.getenv(),
                Terminals.ofProcess(),
                Signals::raiseAlarm);
        System.exit(run(commandLine(System.getProperty(PROGRAM, ""), arguments), console));
    }

    private static List<String> commandLine(String program, String... arguments) {
        List<String> line = new ArrayList<>();
        if (program.startsWith("ovsdb-")) {
            line.add(program.substring("ovsdb-".length()));
        }
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /**
     * Runs the command within this process, on this thread.
     *
     * <p>Interrupting the thread ends it as SIGTERM ends a process. A {@code --timeout} ends it as SIGALRM does.
     *
     * @return the exit status, as a shell would see it
     */
    public static int run(
            List<String> arguments,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Map<String, String> environment) {
        Thread thread = Thread.currentThread();
        AtomicBoolean rang = new AtomicBoolean();
        Console console = new Console(false, in, out, err, environment, Terminals.NONE, () -> {
            rang.set(true);
            thread.interrupt();
        });
        int status = run(arguments, console);
        return rang.get() ? SIGNALLED + Signals.ALARM : status;
    }

    private static int run(List<String> line, Console console) {
        Optional<Subcommands> command =
                line.isEmpty() ? Optional.of(Subcommands.HELP) : Subcommands.named(withoutDashes(line.get(0)));
        if (command.isEmpty()) {
            return other(line.get(0), console);
        }
        List<String> arguments = line.isEmpty() ? line : line.subList(1, line.size());
        return finished(command.get(), arguments, console);
    }

    private static String withoutDashes(String word) {
        return word.equals("--help") || word.equals("-h") ? "help" : word;
    }

    private static int other(String word, Console console) {
        if (word.equals("--version") || word.equals("-V")) {
            console.out().line("ovsdb " + Version.current());
            console.out().flush();
            return 0;
        }
        console.err().println("ovsdb: unknown command '" + word + "'; use --help for help");
        return FAILED;
    }

    /** What was printed before a failure is still shown, and before its message. */
    private static int finished(Subcommands command, List<String> arguments, Console console) {
        try {
            int status = FAILED;
            try {
                status = command.create().run(arguments, console);
            } catch (CommandException e) {
                console.out().flush();
                console.err().println(command.program() + ": " + e.getMessage());
            }
            console.out().flush();
            return status;
        } catch (OutputException e) {
            console.err().println(command.program() + ": " + e.getMessage());
            return FAILED;
        } catch (InterruptedCommandException e) {
            return SIGNALLED + Signals.TERMINATE;
        }
    }
}
