/** The {@code ovsdb} command. A program, not a library: it exports nothing. */
module dev.ovsdb.cli {
    requires static org.jspecify;
    requires dev.ovsdb.client;
    requires dev.ovsdb.jsonrpc;
    requires dev.ovsdb.protocol;
    requires dev.ovsdb.server;
    requires info.picocli;
}
