package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.Listener;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class UnixTransportTest extends TransportContract {
    @TempDir
    Path folder;

    @Override
    NettyTransports create() {
        return NettyTransports.builder().preferNative(false).threads(2).build();
    }

    @Override
    ConnectionMethod.Passive place() {
        return ConnectionMethod.punix(folder.resolve("s"));
    }

    @Override
    ConnectionMethod.Active remote(Listener listener) {
        return ConnectionMethod.unix(folder.resolve("s"));
    }

    @Override
    TransportInfo.Kind kind() {
        return TransportInfo.Kind.UNIX;
    }
}
