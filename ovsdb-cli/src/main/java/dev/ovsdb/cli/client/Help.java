package dev.ovsdb.cli.client;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.cli.options.OptionHelp;

/** {@code help} and {@code --help}. */
final class Help implements Verb {
    @Override
    public void run(Invocation invocation) {
        print(invocation.out());
    }

    static void print(Output out) {
        out.line(ClientProgram.NAME + ": talks to an OVSDB server (RFC 7047)");
        out.line("usage: " + ClientProgram.NAME + " [OPTIONS] COMMAND [ARG...]");
        out.line("");
        out.line("Commands:");
        for (Verbs verb : Verbs.values()) {
            out.line("  " + (verb.word() + " " + verb.synopsis()).stripTrailing());
            out.line("      " + verb.summary());
        }
        out.line("");
        out.line("SERVER is tcp:HOST[:PORT], ssl:HOST[:PORT] or unix:FILE, several of these separated by commas, or");
        out.line("ptcp:[PORT][:HOST], pssl:[PORT][:HOST] or punix:FILE to wait for the server to connect.");
        out.line("The default SERVER is unix:db.sock in $OVS_RUNDIR or /var/run/openvswitch; the default DATABASE is");
        out.line("Open_vSwitch, or the server's only one.");
        out.line("");
        out.line("Options:");
        for (ClientOption option : ClientOption.values()) {
            out.line(OptionHelp.line(option));
        }
    }
}
