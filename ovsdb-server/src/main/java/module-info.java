/** An OVSDB server: pluggable handlers, and a complete engine with its storage, monitors, locks and rights (RFC 7047). */
module dev.ovsdb.server {
    requires static micrometer.core; // Not transitive: who does not use it must not need it to compile either.
    requires static transitive org.jspecify;
    requires transitive dev.ovsdb.jsonrpc;
    requires transitive dev.ovsdb.protocol;
    requires com.github.benmanes.caffeine;
    requires jdk.jfr;
    requires org.slf4j;

    exports dev.ovsdb.server;
    exports dev.ovsdb.server.check to
            dev.ovsdb.cli;
    exports dev.ovsdb.server.data;
    exports dev.ovsdb.server.engine;
    exports dev.ovsdb.server.engine.metrics;
    exports dev.ovsdb.server.engine.settings;
    exports dev.ovsdb.server.engine.store to
            dev.ovsdb.cli;
    exports dev.ovsdb.server.engine.transaction to
            dev.ovsdb.cli;
    exports dev.ovsdb.server.file;
    exports dev.ovsdb.server.micrometer;
    exports dev.ovsdb.server.storage;
    exports dev.ovsdb.server.remote;
    exports dev.ovsdb.server.rights;
    exports dev.ovsdb.server.text to
            dev.ovsdb.cli;
}
