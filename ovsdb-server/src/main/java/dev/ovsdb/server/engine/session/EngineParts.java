package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.engine.database.Databases;
import dev.ovsdb.server.engine.database.Opening;
import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.engine.lane.Turn;
import dev.ovsdb.server.engine.lock.Locks;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.settings.EngineLimits;
import dev.ovsdb.server.engine.transaction.TransactionExecutor;
import dev.ovsdb.server.rights.Rights;
import java.util.UUID;
import java.util.concurrent.Executor;

/** What all sessions of an engine share. */
public record EngineParts(
        Lane lane,
        Turn turn,
        EventLoop home,
        Executor readers,
        Clock clock,
        IdSource ids,
        UUID serverId,
        Databases databases,
        Locks locks,
        Sessions sessions,
        Announcements announcements,
        Rights rights,
        TransactionExecutor executor,
        Opening opening,
        EngineLimits limits,
        EngineListener listener) {}
