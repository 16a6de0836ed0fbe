/** OVSDB's data model, schema, operations and monitors as immutable values, with their JSON codecs (RFC 7047). */
@SuppressWarnings("module") // The modules of the qualified export are built after this one.
module dev.ovsdb.protocol {
    requires static org.jspecify;

    exports dev.ovsdb.protocol;
    exports dev.ovsdb.protocol.schema;
    exports dev.ovsdb.protocol.json to
            dev.ovsdb.client,
            dev.ovsdb.server,
            dev.ovsdb.idl,
            dev.ovsdb.cli;
}
