package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.TransportInfo;

class TcpTransportTest extends TransportContract {
    @Override
    NettyTransports create() {
        return NettyTransports.builder().preferNative(false).threads(2).build();
    }

    @Override
    ConnectionMethod.Passive place() {
        return ConnectionMethod.ptcp(0, "127.0.0.1");
    }

    @Override
    ConnectionMethod.Active remote(Listener listener) {
        return ConnectionMethod.tcp("127.0.0.1", listener.port());
    }

    @Override
    TransportInfo.Kind kind() {
        return TransportInfo.Kind.TCP;
    }
}
