package dev.ovsdb.cli.conformance;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.options.GetOpt;
import dev.ovsdb.cli.options.OptionException;
import dev.ovsdb.cli.options.OptionHelp;
import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.ConformanceCase;
import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Report;
import dev.ovsdb.jsonrpc.tls.TlsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays cases on servers, or on a client, and reports. */
public final class ConformanceProgram {
    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int TROUBLE = 2;

    private final Console console;

    public ConformanceProgram(Console console) {
        this.console = console;
    }

    /**
     * Runs to the end.
     *
     * @return 0 if no case failed, 1 if one did, 2 if there was nothing to judge: a wrong command line, nobody there
     */
    public int run(List<String> arguments) {
        try {
            return run(new Wishes(GetOpt.parse(List.of(ConformanceOption.values()), arguments)));
        } catch (OptionException | CommandException | ConformanceException | TlsException e) {
            console.out().flush();
            console.err().println("ovsdb: conformance: " + e.getMessage());
            return TROUBLE;
        }
    }

    private int run(Wishes wishes) {
        if (wishes.has(ConformanceOption.HELP)) return help();
        if (wishes.has(ConformanceOption.LIST)) return list();
        if (wishes.has(ConformanceOption.PRINT_SCHEMA)) {
            return print(wishes.value(ConformanceOption.PRINT_SCHEMA).orElse(""));
        }
        Report report = wishes.run().run();
        wishes.value(ConformanceOption.JUNIT).ifPresent(file -> write(file, report.junitXml()));
        wishes.value(ConformanceOption.HTML).ifPresent(file -> write(file, report.html()));
        console.out().line(report.text().stripTrailing());
        if (lacksDatabases(report)) hint();
        return report.passed() ? PASSED : FAILED;
    }

    private void write(String file, String text) {
        Path path = console.directory().resolve(file);
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new CommandException("cannot write " + path + ": " + e.getMessage(), e);
        }
    }

    private static boolean lacksDatabases(Report report) {
        return report.judgements().stream()
                .flatMap(judgement -> judgement.with(Outcome.NOT_RUN).stream())
                .anyMatch(result -> result.message().startsWith("needs the kit's database"));
    }

    private void hint() {
        console.out().line("");
        console.out().line("The cases that were not run need databases of the kit. To serve one with ovsdb-server:");
        console.out().line("  ovsdb conformance --print-schema > Conformance.ovsschema");
        console.out().line("  ovsdb tool create Conformance.db Conformance.ovsschema");
        console.out()
                .line("The others are "
                        + String.join(
                                ", ",
                                Conformance.databases()
                                        .subList(1, Conformance.databases().size())) + ": --print-schema=NAME.");
    }

    private int print(String database) {
        console.out()
                .line(Conformance.schema(
                                database.isEmpty() ? Conformance.databases().get(0) : database)
                        .stripTrailing());
        return PASSED;
    }

    private int list() {
        for (ConformanceCase one : Conformance.cases()) {
            console.out()
                    .line(one.name() + "  (" + one.feature().word() + ", "
                            + one.profile().word() + ")");
            console.out().line("    " + one.rule());
        }
        return PASSED;
    }

    private int help() {
        console.out().line("usage: ovsdb conformance [OPTION...] [NAME=]REMOTE...");
        console.out().line("       ovsdb conformance [OPTION...] --client=METHOD [--exec=COMMAND]");
        console.out().line("Judges servers, or a client, by what they say on the wire. Several servers give a matrix.");
        console.out().line("A REMOTE like ptcp:6640 awaits a server that connects there.");
        console.out().line("The status is 0 if no case failed, 1 if one did, 2 if nothing could be judged.");
        console.out().line("");
        for (ConformanceOption option : ConformanceOption.values()) {
            console.out().line(OptionHelp.line(option));
        }
        console.out().line("");
        console.out().line("Features:");
        for (Feature feature : Feature.values()) {
            console.out().line(String.format("  %-21s %s", feature.word(), feature.about()));
        }
        return PASSED;
    }
}
