package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code monitor-cond-since}: as {@code monitor-cond}, after an optional transaction id. */
final class MonitorCondSince implements Verb {
    private static final UUID ZERO = new UUID(0, 0);

    @Override
    public void run(Invocation invocation) {
        List<String> arguments = invocation.arguments();
        Optional<UUID> lastId = Remotes.uuid(arguments.get(0));
        List<String> rest = lastId.isPresent() ? arguments.subList(1, arguments.size()) : arguments;
        if (rest.size() < 2) {
            throw new CommandException(
                    "invalid syntax for '" + Verbs.MONITOR_COND_SINCE.word() + "' (use --help for help)");
        }
        Optional<String> since = Optional.of(lastId.orElse(ZERO).toString());
        MonitorCond.run(invocation, rest, MonitorLoop.Kind.SINCE, since);
    }
}
