package dev.ovsdb.cli.completion;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import java.util.List;
import picocli.AutoComplete;

/**
 * Prints the completion script: {@code source <(ovsdb completion)} in bash or zsh, or, for the programs that go by their own
 * names, {@code source <(ovsdb completion ovsdb-client)}.
 */
public final class CompletionCommand {
    public int run(List<String> arguments, Console console) {
        if (arguments.contains("--help")) {
            console.out().line("usage: ovsdb completion [ovsdb|ovsdb-client|ovsdb-tool]");
            return 0;
        }
        String program = arguments.isEmpty() ? CommandModel.OVSDB : arguments.get(0);
        if (arguments.size() > 1 || !CommandModel.PROGRAMS.contains(program)) {
            throw new CommandException("completion: expected one of " + String.join(", ", CommandModel.PROGRAMS));
        }
        console.out().print(AutoComplete.bash(program, CommandModel.of(program)));
        return 0;
    }
}
