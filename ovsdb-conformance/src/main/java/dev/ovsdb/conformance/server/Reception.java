package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.wire.Listening;
import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.conformance.wire.RawSession.Heard;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Awaits a server that connects. Such a server has as many sessions as it has remotes, one as a rule, and connects again some seconds after
 * one has ended. So a session is used again for what comes next, as long as nothing of what was asked on it lasts.
 */
final class Reception implements Sessions {
    private static final String ID = "\"still there\"";
    private static final String ECHO = "{\"id\":" + ID + ",\"method\":\"echo\",\"params\":[]}";

    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final ConnectionMethod.Passive method;
    private final Duration patience;
    private final Listening listening;
    private final Deque<RawSession> idle = new ArrayDeque<>();
    private int most = Integer.MAX_VALUE; // At a time, as far as is known.

    /** @throws ConformanceException if nobody can listen there, or no server could be told where */
    Reception(ConnectionMethod.Passive method, Options options) {
        if (isAnyPort(method)) {
            throw new ConformanceException(
                    method + ": a server has to be told the port that it connects to, so it cannot be 0");
        }
        this.method = method;
        this.patience = options.patience().multipliedBy(2); // The reference connects again after 8 s at most.
        try {
            listening = new Listening(transports, method, options.tls());
        } catch (ConformanceException e) {
            transports.close();
            throw e;
        }
    }

    private static boolean isAnyPort(ConnectionMethod.Passive method) {
        return method instanceof ConnectionMethod.PassiveTcp tcp && tcp.port() == 0
                || method instanceof ConnectionMethod.PassiveSsl ssl && ssl.port() == 0;
    }

    @Override
    public RawSession open() {
        for (Optional<RawSession> next = waiting(); next.isPresent(); next = waiting()) {
            if (isLive(next.get())) return next.get();
            next.get().close();
        }
        return listening
                .next(patience)
                .orElseThrow(() -> new ConformanceException(
                        "no server connected to " + method + " within " + patience.toMillis() + " ms"));
    }

    private Optional<RawSession> waiting() {
        return Optional.ofNullable(idle.poll()).or(() -> listening.next(Duration.ZERO));
    }

    /** A session that waited may have been ended, or probed: what came unasked is none of the next case's. */
    private boolean isLive(RawSession session) {
        session.send(ECHO);
        return session.heard(patience)
                .flatMap(Heard::message)
                .filter(message -> new String(message, StandardCharsets.UTF_8).contains(ID))
                .isPresent();
    }

    @Override
    public boolean canBe(int count) {
        if (count > most) return false;
        idle.removeIf(session -> {
            boolean live = isLive(session);
            if (!live) session.close();
            return !live;
        });
        while (idle.size() < count) {
            Optional<RawSession> next = listening.next(patience);
            if (next.isEmpty()) {
                most = count - 1;
                return false;
            }
            idle.add(next.get());
        }
        return true;
    }

    @Override
    public void giveBack(RawSession session, boolean asNew) {
        if (asNew) idle.add(session);
        else session.close();
    }

    @Override
    public void dropWaiting() {
        for (Optional<RawSession> next = waiting(); next.isPresent(); next = waiting())
            next.get().close();
    }

    @Override
    public void close() {
        idle.forEach(RawSession::close);
        listening.close();
        transports.close();
    }
}
