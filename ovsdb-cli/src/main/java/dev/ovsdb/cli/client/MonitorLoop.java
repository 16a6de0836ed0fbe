package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.daemon.Pidfile;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.server.text.JsonPrinter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks for a monitor and prints what it tells, until the program is ended, the connection is, or the database goes. */
final class MonitorLoop {
    private final Invocation invocation;
    private final Session session;
    private final Kind kind;
    private final UpdatePrinter printer;
    private final List<MonitoredTable> tables;

    /** The three methods and what their notifications are called. */
    enum Kind {
        OLD_AND_NEW("monitor", "update"),
        CONDITIONAL("monitor_cond", "update2"),
        SINCE("monitor_cond_since", "update3");

        private final String method;
        private final String notification;

        Kind(String method, String notification) {
            this.method = method;
            this.notification = notification;
        }
    }

    MonitorLoop(Invocation invocation, Kind kind, List<MonitoredTable> tables) {
        this.invocation = invocation;
        this.session = invocation.session();
        this.kind = kind;
        this.tables = List.copyOf(tables);
        this.printer = kind == Kind.OLD_AND_NEW
                ? UpdatePrinter.oldAndNew(invocation, tables)
                : UpdatePrinter.differences(invocation, tables);
    }

    void run(Optional<String> lastId) {
        try (Pidfile pidfile = invocation.claimPidfile()) {
            new Answers(session, invocation.options()).beChangeAware(invocation.options(), true);
            session.send(kind.method, request(lastId));
            while (true) {
                if (session.isQuiet()) {
                    invocation.out().flush();
                }
                show(session.next());
            }
        }
    }

    private JsonValue[] request(Optional<String> lastId) {
        JsonObject requests = JsonObject.EMPTY;
        for (MonitoredTable table : tables) {
            requests = requests.with(table.name(), table.requests());
        }
        List<JsonValue> params =
                new ArrayList<>(List.of(JsonValue.of(invocation.database()), JsonValue.ofNull(), requests));
        lastId.ifPresent(id -> params.add(JsonValue.of(id)));
        return params.toArray(new JsonValue[0]);
    }

    private void show(Reply reply) {
        if (reply instanceof Reply.Result result) {
            initial(result.body());
        } else if (reply instanceof Reply.Failure failure) {
            throw new CommandException("transaction returned error: "
                    + JsonPrinter.sorted(
                            failure.error(), invocation.options().style().pretty()));
        } else if (reply instanceof Reply.Notice notice) {
            notice(notice);
        } else if (reply instanceof Reply.End end) {
            throw new CommandException(session.server() + ": receive failed (" + end.reason() + ")");
        }
    }

    private void initial(JsonBytes result) {
        JsonReader in = JsonReader.of(result.toByteArray());
        try {
            if (kind == Kind.SINCE) {
                in.beginArray();
                boolean found = in.nextBoolean();
                invocation.out().line("found: " + found + ", last_id: " + in.nextString());
            }
            printer.print(TableUpdatesText.read(in), true);
        } catch (JsonSyntaxException e) {
            complain(e);
        }
    }

    private void notice(Reply.Notice notice) {
        if (notice.method().equals("monitor_canceled")) {
            throw new CommandException(session.server() + ": " + invocation.database() + " database was removed");
        } else if (!notice.method().equals(kind.notification)) {
            return;
        }
        JsonReader in = JsonReader.of(notice.params().toByteArray());
        try {
            in.beginArray();
            if (in.peek() == JsonToken.NULL) { // Our monitor's id.
                in.nextNull();
                if (kind == Kind.SINCE) {
                    invocation.out().print("\nlast_id: " + in.nextString());
                }
                printer.print(TableUpdatesText.read(in), false);
            }
        } catch (JsonSyntaxException e) {
            complain(e);
        }
    }

    /** A server that sends nonsense is told of, and listened to further. */
    private void complain(JsonSyntaxException e) {
        invocation.console().err().println(ClientProgram.NAME + ": <table-updates>: " + e.getMessage());
    }
}
