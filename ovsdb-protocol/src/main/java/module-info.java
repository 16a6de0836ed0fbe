/** OVSDB's data model, schema, operations and monitors as immutable values, with their JSON codecs (RFC 7047). */
module dev.ovsdb.protocol {
    requires static transitive org.jspecify;

    exports dev.ovsdb.protocol;
    exports dev.ovsdb.protocol.json;
    exports dev.ovsdb.protocol.monitor;
    exports dev.ovsdb.protocol.operation;
    exports dev.ovsdb.protocol.rpc;
    exports dev.ovsdb.protocol.schema;
    exports dev.ovsdb.protocol.stream to
            dev.ovsdb.server;
}
