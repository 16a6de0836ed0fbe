package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Servers.Opened;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Output;
import dev.ovsdb.cli.daemon.Pidfile;
import dev.ovsdb.cli.table.Table;
import dev.ovsdb.cli.table.TablePrinter;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run of a verb: its arguments, what was opened for it, and where it prints. Confined to the program's thread. */
final class Invocation {
    private final Console console;
    private final ClientOptions options;
    private final Servers servers;
    private final List<String> arguments;
    private final @Nullable Opened opened;
    private final TablePrinter tables;

    Invocation(
            Console console, ClientOptions options, Servers servers, List<String> arguments, @Nullable Opened opened) {
        this.console = console;
        this.options = options;
        this.servers = servers;
        this.arguments = List.copyOf(arguments);
        this.opened = opened;
        this.tables = new TablePrinter(options.style(), console.out(), console.clock());
    }

    Console console() {
        return console;
    }

    ClientOptions options() {
        return options;
    }

    /** Writes the pidfile that the options name, if they do; for verbs that may last. */
    Pidfile claimPidfile() {
        return options.pidfile()
                .map(file -> Pidfile.claim(file, options.overwritePidfile()))
                .orElse(Pidfile.none());
    }

    /** For verbs that open what they need themselves. */
    Servers servers() {
        return servers;
    }

    /** What follows the verb, without what was taken for server and database. */
    List<String> arguments() {
        return arguments;
    }

    /** The last argument, where the optional ones come first. */
    String lastArgument() {
        return arguments.get(arguments.size() - 1);
    }

    Session session() {
        return Objects.requireNonNull(opened).session();
    }

    String database() {
        return Objects.requireNonNull(opened).database().orElseThrow();
    }

    Output out() {
        return console.out();
    }

    void print(Table table) {
        tables.print(table);
    }

    /** Prints JSON on a line, or over several if that was asked for. */
    void print(JsonValue value) {
        out().line(JsonPrinter.sorted(value, options.style().pretty()));
    }
}
