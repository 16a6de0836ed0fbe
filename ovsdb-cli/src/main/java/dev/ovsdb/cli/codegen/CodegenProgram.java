package dev.ovsdb.cli.codegen;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.options.CommandLine;
import dev.ovsdb.cli.options.CommandLine.Setting;
import dev.ovsdb.cli.options.GetOpt;
import dev.ovsdb.cli.options.OptionException;
import dev.ovsdb.cli.options.OptionHelp;
import dev.ovsdb.codegen.CodeGenerator;
import dev.ovsdb.codegen.CodegenException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads one schema, or several versions of one, and writes Java. Prints each file that it has made. */
public final class CodegenProgram {
    private final Console console;

    public CodegenProgram(Console console) {
        this.console = console;
    }

    /**
     * Runs to the end.
     *
     * @throws CommandException if the arguments are wrong, an input cannot be used, or an output not be written
     */
    public void run(List<String> arguments) {
        CommandLine<CodegenOption> line = parse(arguments);
        if (value(line, CodegenOption.HELP).isPresent()) {
            help();
            return;
        }
        if (line.operands().isEmpty()) {
            throw new CommandException("codegen: no schema was given; use --help for help");
        }
        String javaPackage = value(line, CodegenOption.PACKAGE)
                .orElseThrow(() -> new CommandException("codegen: --package is needed; use --help for help"));
        Path folder = file(value(line, CodegenOption.OUTPUT).orElse(""));
        try {
            CodeGenerator generator = CodeGenerator.into(javaPackage);
            line.operands().forEach(schema -> generator.schema(file(schema)));
            value(line, CodegenOption.DOCUMENTATION).ifPresent(texts -> generator.documentation(file(texts)));
            generator.generate().writeTo(folder).forEach(file -> console.out().line(file.toString()));
        } catch (IllegalArgumentException | CodegenException e) {
            throw new CommandException("codegen: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CommandException("codegen: " + folder + ": " + e.getMessage(), e);
        }
    }

    private static CommandLine<CodegenOption> parse(List<String> arguments) {
        try {
            return GetOpt.parse(List.of(CodegenOption.values()), arguments);
        } catch (OptionException e) {
            throw new CommandException("codegen: " + e.getMessage(), e);
        }
    }

    /** What an option was set to last. */
    private static Optional<String> value(CommandLine<CodegenOption> line, CodegenOption option) {
        return line.settings().stream()
                .filter(setting -> setting.option() == option)
                .map(Setting::value)
                .reduce((before, last) -> last);
    }

    private Path file(String name) {
        return console.directory().resolve(name);
    }

    private void help() {
        console.out().line("usage: ovsdb codegen --package=NAME [OPTION...] SCHEMA...");
        console.out()
                .line(
                        "Writes Java types for the tables of a schema; of several versions of one, for what any of them has.");
        console.out().line("");
        for (CodegenOption option : CodegenOption.values()) {
            console.out().line(OptionHelp.line(option));
        }
    }
}
