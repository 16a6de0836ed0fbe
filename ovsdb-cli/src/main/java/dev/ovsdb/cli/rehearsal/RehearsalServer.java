package dev.ovsdb.cli.rehearsal;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ListenOptions;
import dev.ovsdb.jsonrpc.transport.Listener;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** Answers what the rehearsed commands ask, always the same, on a Unix socket. */
final class RehearsalServer implements PeerHandler, AutoCloseable {
    /** Stands for the server's address in a command. */
    static final String REMOTE = "REMOTE";

    static final String DATABASE = "Rehearsal";

    private static final String SCHEMA = "{'name':'Rehearsal','version':'1.0.0','tables':{'Thing':{'columns':{"
            + "'name':{'type':'string'},"
            + "'size':{'type':{'key':{'type':'integer','minInteger':0},'min':0,'max':1}},"
            + "'tags':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}}}}}";
    private static final String ROWS = "{'rows':[{"
            + "'_uuid':['uuid','8a5e9a3c-14e8-4d8e-9c05-0a5ba2b8a4d1'],'_version':['uuid','3c5d2f0e-54a8-4d0b-8e0a-7e2b31c6a001'],"
            + "'name':'a','size':1,'tags':['map',[['k','v']]]}]}";

    private final Path socket;
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final Listener listener;

    RehearsalServer(Path socket) {
        this.socket = socket;
        ConnectionMethod.Passive method = ConnectionMethod.Passive.parse("punix:" + socket);
        this.listener = transports
                .listen(
                        method,
                        ListenOptions.defaults(),
                        transport -> JsonRpcConnection.open(transport, ConnectionOptions.defaults(), this))
                .join();
    }

    /** The command with this server's address in it. */
    List<String> addressed(List<String> command) {
        return command.stream()
                .map(word -> word.equals(REMOTE) ? "unix:" + socket : word)
                .toList();
    }

    @Override
    public void onRequest(IncomingRequest request) {
        switch (request.method()) {
            case "list_dbs" -> request.reply(json("['" + DATABASE + "']"));
            case "get_schema" -> request.reply(json(SCHEMA));
            case "transact" -> request.reply(json("[" + String.join(",", rows(request)) + "]"));
            default -> request.replyError(JsonValue.of("unknown method"));
        }
    }

    /** The same rows for each operation; the first parameter is the database. */
    private static List<String> rows(IncomingRequest request) {
        int operations = ((JsonArray) request.params().toValue()).elements().size() - 1;
        return Collections.nCopies(operations, ROWS);
    }

    private static JsonBytes json(String text) {
        return JsonBytes.of(JsonValue.parse(text.replace('\'', '"')));
    }

    @Override
    public void close() {
        listener.close();
        transports.close();
    }
}
