package dev.ovsdb.cli.unixctl;

import dev.ovsdb.cli.vlog.LogLevel;
import dev.ovsdb.cli.vlog.Vlog;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One caller at the control socket. */
final class ControlSession implements PeerHandler {
    private final ControlCommands commands;
    private final Vlog log;

    ControlSession(ControlCommands commands, Vlog log) {
        this.commands = commands;
        this.log = log;
    }

    @Override
    public void onRequest(IncomingRequest request) {
        List<String> arguments = new ArrayList<>();
        for (JsonValue argument : ((JsonArray) request.params().toValue()).elements()) {
            if (!(argument instanceof JsonString string)) {
                request.replyError(line("\"" + request.method() + "\" command has non-string argument"));
                return;
            }
            arguments.add(string.value());
        }
        if (log.isEnabled("unixctl", LogLevel.DBG)) {
            log.log(
                    "unixctl",
                    LogLevel.DBG,
                    "received request " + request.method() + request.params() + ", id=" + request.id());
        }
        commands.run(request.method(), arguments).whenComplete((text, failure) -> answer(request, text, failure));
    }

    private void answer(IncomingRequest request, String text, @Nullable Throwable failure) {
        if (failure == null) {
            request.reply(JsonBytes.of(line(text)));
            return;
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof ControlException)) {
            log.error("unixctl", request.method() + " failed: " + cause);
        }
        request.replyError(line(String.valueOf(cause.getMessage())));
    }

    /** Texts end in a line feed, but the empty one. */
    private static JsonValue line(String text) {
        return JsonValue.of(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
    }

    /** There is nothing to be told here. */
    @Override
    public void onNotification(String method, JsonBytes params) {
        throw new MalformedMessageException("a control socket takes requests only, got notification " + method, null);
    }
}
