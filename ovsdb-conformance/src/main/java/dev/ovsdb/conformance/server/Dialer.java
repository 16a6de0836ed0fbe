package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import java.util.concurrent.CompletionException;

/** Connects to a server that listens. */
final class Dialer implements Sessions {
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final ConnectionMethod.Active remote;
    private final ConnectOptions how;

    Dialer(ConnectionMethod.Active remote, Options options) {
        this.remote = remote;
        ConnectOptions plain = ConnectOptions.defaults();
        this.how =
                options.tls().filter(tls -> remote.isTls()).map(plain::withTls).orElse(plain);
    }

    @Override
    public RawSession open() {
        try {
            return RawSession.over(transports.connect(remote, how).join());
        } catch (CompletionException e) {
            throw new ConformanceException("cannot connect to " + remote + ": " + reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new ConformanceException(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public boolean canBe(int count) {
        return true;
    }

    @Override
    public void giveBack(RawSession session, boolean asNew) {
        session.close();
    }

    @Override
    public void dropWaiting() {
        // None wait.
    }

    private static String reason(CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    @Override
    public void close() {
        transports.close();
    }
}
