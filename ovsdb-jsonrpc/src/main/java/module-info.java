/** JSON-RPC 1.0 between two peers: framing, connections, transports, annotated services. Nothing of OVSDB. */
module dev.ovsdb.jsonrpc {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.common;
    requires io.netty.handler;
    requires transitive io.netty.transport; // NettyTransports takes an EventLoopGroup.
    requires static io.netty.transport.classes.epoll;
    requires static io.netty.transport.unix.common;
    requires transitive jdk.jfr; // Events are jdk.jfr.Events.
    requires org.slf4j;

    exports dev.ovsdb.jsonrpc;
    exports dev.ovsdb.jsonrpc.connection;
    exports dev.ovsdb.jsonrpc.endpoint;
    exports dev.ovsdb.jsonrpc.events;
    exports dev.ovsdb.jsonrpc.framing;
    exports dev.ovsdb.jsonrpc.metrics;
    exports dev.ovsdb.jsonrpc.netty;
    exports dev.ovsdb.jsonrpc.service;
    exports dev.ovsdb.jsonrpc.reconnect;
    exports dev.ovsdb.jsonrpc.time;
    exports dev.ovsdb.jsonrpc.tls;
    exports dev.ovsdb.jsonrpc.transport;
}
