package dev.ovsdb.jsonrpc.netty;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

class EpollTcpTransportTest extends TcpTransportTest {
    @Override
    NettyTransports create() {
        assumeTrue(EpollChannels.available(), "epoll's native library is not for this machine");
        return NettyTransports.builder().threads(2).build();
    }

    @Override
    boolean hearsOfAHangUpWhilePaused() {
        return true;
    }
}
