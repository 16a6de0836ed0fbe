package dev.ovsdb.cli.server;

import dev.ovsdb.cli.unixctl.ControlCommands;
import dev.ovsdb.cli.unixctl.ControlException;
import dev.ovsdb.cli.vlog.LogSpec;
import dev.ovsdb.cli.vlog.Modules;
import dev.ovsdb.cli.vlog.Vlog;
import java.util.List;

/** The commands about the log. Nothing limits the rate of messages here, so that switch only checks its arguments. */
final class LogCommands {
    private final Vlog log;

    LogCommands(Vlog log) {
        this.log = log;
    }

    void register(ControlCommands commands) {
        commands.add("vlog/set", "{spec | PATTERN:destination:pattern}", 0, ControlCommands.ANY, this::set);
        commands.add("vlog/list", "", log::describeLevels);
        commands.add("vlog/list-pattern", "", log::describePatterns);
        commands.add("vlog/enable-rate-limit", "[module]...", 0, ControlCommands.ANY, this::checkModules);
        commands.add("vlog/disable-rate-limit", "[module]...", 0, ControlCommands.ANY, this::checkModules);
        commands.add("vlog/close", "", this::close);
        commands.add("vlog/reopen", "", this::reopen);
    }

    /** Without arguments everything is logged everywhere. */
    private String set(List<String> arguments) {
        for (String specification : arguments.isEmpty() ? List.of("") : arguments) {
            try {
                log.apply(LogSpec.parse(specification, Modules.SERVER));
            } catch (IllegalArgumentException e) {
                throw new ControlException(String.valueOf(e.getMessage()));
            }
        }
        return "";
    }

    private String checkModules(List<String> arguments) {
        for (String module : arguments) {
            if (!module.equalsIgnoreCase("ANY") && !Modules.SERVER.contains(module)) {
                throw new ControlException("unknown module");
            }
        }
        return "";
    }

    private String close() {
        log.closeFile();
        return "";
    }

    private String reopen() {
        String failure = log.reopenFile();
        if (failure != null) {
            throw new ControlException(failure);
        }
        return "";
    }
}
