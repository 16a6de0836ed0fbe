package dev.ovsdb.cli;

import dev.ovsdb.cli.console.Console;
import java.util.List;

/** What one word behind {@code ovsdb} runs. */
interface Subcommand {
    /**
     * Runs to the end.
     *
     * @return the exit status
     * @throws dev.ovsdb.cli.console.CommandException if the command fails; its message is told and the status is 1
     */
    int run(List<String> arguments, Console console);
}
