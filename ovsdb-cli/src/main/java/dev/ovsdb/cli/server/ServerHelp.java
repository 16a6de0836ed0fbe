package dev.ovsdb.cli.server;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.cli.console.Output;
import dev.ovsdb.cli.options.OptionHelp;

/** {@code --help}. */
final class ServerHelp {
    private ServerHelp() {}

    static void print(Console console) {
        Output out = console.out();
        out.line(ServerProgram.NAME + ": serves OVSDB databases (RFC 7047)");
        out.line("usage: " + ServerProgram.NAME + " [OPTIONS] [DATABASE...]");
        out.line("where each DATABASE is a database file. The default DATABASE, if none is given, is");
        out.line(console.databaseDirectory().resolve("conf.db") + ".");
        out.line("");
        out.line("REMOTE is ptcp:[PORT][:HOST], pssl:[PORT][:HOST] or punix:FILE to listen;");
        out.line("tcp:HOST[:PORT], ssl:HOST[:PORT] or unix:FILE to connect;");
        out.line("or db:DATABASE,TABLE,COLUMN, a column that names remotes or refers to rows that describe them.");
        out.line("");
        out.line("Options:");
        for (ServerOption option : ServerOption.values()) {
            out.line(OptionHelp.line(option));
        }
    }
}
