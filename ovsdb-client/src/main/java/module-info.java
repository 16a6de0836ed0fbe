/** Sessions with any OVSDB server: every RPC, monitors and locks that outlive connections, and the manager role. */
module dev.ovsdb.client {
    requires static transitive org.jspecify;
    requires transitive dev.ovsdb.jsonrpc;
    requires transitive dev.ovsdb.protocol;
    requires org.slf4j;

    exports dev.ovsdb.client;
    exports dev.ovsdb.client.lock;
    exports dev.ovsdb.client.monitor;
    exports dev.ovsdb.client.schema;
}
