package dev.ovsdb.cli;

import dev.ovsdb.cli.client.ClientProgram;
import dev.ovsdb.cli.codegen.CodegenProgram;
import dev.ovsdb.cli.completion.CompletionCommand;
import dev.ovsdb.cli.conformance.ConformanceProgram;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.demo.Demo;
import dev.ovsdb.cli.server.ServerProgram;
import dev.ovsdb.cli.tool.ToolProgram;
import java.util.Optional;

/** The words behind {@code ovsdb}. Only the class that is asked for is loaded. */
enum Subcommands {
    CLIENT("client", "talk to an OVSDB server, as ovsdb-client does") {
        @Override
        Subcommand create() {
            return (arguments, console) -> {
                new ClientProgram(console).run(arguments);
                return 0;
            };
        }
    },
    CODEGEN("codegen", "write Java types for the tables of a schema") {
        @Override
        Subcommand create() {
            return (arguments, console) -> {
                new CodegenProgram(console).run(arguments);
                return 0;
            };
        }
    },
    COMPLETION("completion", "print a script for bash or zsh that completes these commands") {
        @Override
        Subcommand create() {
            return (arguments, console) -> new CompletionCommand().run(arguments, console);
        }
    },
    CONFORMANCE("conformance", "judge servers and clients of OVSDB by their wire") {
        @Override
        Subcommand create() {
            return (arguments, console) -> new ConformanceProgram(console).run(arguments);
        }
    },
    DEMO("demo", "show client and server at work") {
        @Override
        Subcommand create() {
            return (arguments, console) -> {
                Demo.run(arguments, console);
                return 0;
            };
        }
    },
    SERVER("server", "serve databases, as ovsdb-server does") {
        @Override
        Subcommand create() {
            return (arguments, console) -> new ServerProgram(console).run(arguments);
        }
    },
    TOOL("tool", "work on database files, as ovsdb-tool does") {
        @Override
        Subcommand create() {
            return (arguments, console) -> new ToolProgram(console).run(arguments);
        }
    },
    HELP("help", "list the commands") {
        @Override
        Subcommand create() {
            return (arguments, console) -> {
                printHelp(console);
                return 0;
            };
        }
    };

    private final String word;
    private final String summary;

    Subcommands(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    abstract Subcommand create();

    static Optional<Subcommands> named(String word) {
        for (Subcommands command : values()) {
            if (command.word.equals(word)) {
                return Optional.of(command);
            }
        }
        return Optional.empty();
    }

    /** What messages of the command begin with. */
    String program() {
        return switch (this) {
            case CLIENT -> ClientProgram.NAME;
            case SERVER -> ServerProgram.NAME;
            case TOOL -> ToolProgram.NAME;
            case CODEGEN, COMPLETION, CONFORMANCE, DEMO, HELP -> "ovsdb";
        };
    }

    static void printHelp(Console console) {
        console.out().line("usage: ovsdb COMMAND [ARG...]");
        console.out().line("");
        for (Subcommands command : values()) {
            console.out().line(String.format("  %-12s %s", command.word, command.summary));
        }
        console.out().line("");
        console.out().line("Each command takes --help.");
    }
}
