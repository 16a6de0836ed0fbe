package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.daemon.Pidfile;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.server.text.JsonPrinter;

/**
 * {@code lock}, {@code steal} and {@code unlock}: the answer, then every notification, until the program is ended; the lock
 * falls with the connection.
 */
final class Lock implements Verb {
    private final String method;

    Lock(String method) {
        this.method = method;
    }

    @Override
    public void run(Invocation invocation) {
        Session session = invocation.session();
        try (Pidfile pidfile = invocation.claimPidfile()) {
            session.send(method, new JsonString(invocation.arguments().get(0)));
            while (true) {
                show(session.next(), invocation);
                invocation.out().flush();
            }
        }
    }

    private void show(Reply reply, Invocation invocation) {
        if (reply instanceof Reply.Result result) {
            invocation.print(result.body().toValue());
        } else if (reply instanceof Reply.Notice notice) {
            invocation.out().line(notice.method());
            invocation.print(notice.params().toValue());
        } else if (reply instanceof Reply.Failure failure) {
            // The reference waits on without a word.
            invocation.console().log().warn("ovsdb_client", method + ": " + JsonPrinter.sorted(failure.error()));
        } else if (reply instanceof Reply.End end) {
            throw new CommandException(invocation.session().server() + ": receive failed (" + end.reason() + ")");
        }
    }
}
