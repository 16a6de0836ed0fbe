/** A live replica of OVSDB databases: read from memory without locks, followed, and written by safe transactions. */
module dev.ovsdb.idl {
    requires static transitive org.jspecify;
    requires transitive dev.ovsdb.client;
    requires jdk.jfr;
    requires org.slf4j;

    exports dev.ovsdb.idl;
    exports dev.ovsdb.idl.change;
    exports dev.ovsdb.idl.interest;
    exports dev.ovsdb.idl.metrics;
    exports dev.ovsdb.idl.transaction;
    exports dev.ovsdb.idl.typed;
}
