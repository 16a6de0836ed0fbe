/** The {@code ovsdb} command. A program, not a library: it exports nothing. */
module dev.ovsdb.cli {
    requires static org.jspecify;
    requires dev.ovsdb.client;
    requires dev.ovsdb.codegen;
    requires dev.ovsdb.conformance;
    requires dev.ovsdb.jsonrpc;
    requires dev.ovsdb.protocol;
    requires dev.ovsdb.server;
    requires info.picocli;
    requires jdk.unsupported; // sun.misc.Signal, found by its name.
    requires org.slf4j;

    exports dev.ovsdb.cli.vlog to
            org.slf4j; // Which makes the provider.

    provides org.slf4j.spi.SLF4JServiceProvider with
            dev.ovsdb.cli.vlog.VlogServiceProvider;
}
