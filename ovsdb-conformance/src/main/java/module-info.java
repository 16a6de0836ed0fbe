/** Cases that judge any OVSDB server or client over the wire. */
module dev.ovsdb.conformance {
    requires static transitive org.jspecify;
    requires transitive dev.ovsdb.jsonrpc;

    exports dev.ovsdb.conformance;
    exports dev.ovsdb.conformance.wire;
}
