package dev.ovsdb.jsonrpc.netty;

class OpenSslTransportTest extends TlsTransportTest {
    @Override
    TlsEngine engine() {
        return TlsEngine.OPENSSL;
    }
}
