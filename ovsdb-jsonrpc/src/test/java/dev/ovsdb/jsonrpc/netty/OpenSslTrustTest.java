package dev.ovsdb.jsonrpc.netty;

class OpenSslTrustTest extends TlsTrustTest {
    @Override
    TlsEngine engine() {
        return TlsEngine.OPENSSL;
    }
}
