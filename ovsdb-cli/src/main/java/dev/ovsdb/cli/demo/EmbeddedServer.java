package dev.ovsdb.cli.demo;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;

/** The built-in server, in this process: what a Java program embeds in five lines. */
final class EmbeddedServer extends DemoServer {
    private OvsdbServer server;
    private final ConnectionMethod.PassiveTcp tcp;

    EmbeddedServer() {
        server = start("ptcp:0:127.0.0.1");
        tcp = (ConnectionMethod.PassiveTcp) server.methods().get(1);
    }

    private OvsdbServer start(String tcpMethod) {
        return OvsdbServer.builder()
                .handler(DatabaseHandler.builder()
                        .database(FileStorage.of(database()))
                        .build())
                .listen("p" + unixRemote(), tcpMethod)
                .startBlocking();
    }

    @Override
    String describe() {
        return "the built-in server, in this process";
    }

    @Override
    String tcpRemote() {
        return "tcp:127.0.0.1:" + tcp.port();
    }

    @Override
    String stop() {
        server.close();
        return "closed the server";
    }

    @Override
    void restart() {
        server = start(tcp.toString());
    }

    @Override
    public void close() {
        server.close();
        deleteFolder();
    }
}
