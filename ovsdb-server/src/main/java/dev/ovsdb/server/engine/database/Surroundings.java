package dev.ovsdb.server.engine.database;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.engine.lane.Lane;
import dev.ovsdb.server.engine.lane.Turn;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.settings.EngineLimits;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What every database of an engine works with.
 *
 * @param lane where everything happens
 * @param turn what the lane's turn has to do at its end
 * @param home the engine's own loop
 * @param readers makes long replies
 * @param limits what one session may take
 * @param statusChanged hears of databases whose row in {@code _Server} is to be written anew
 */
public record Surroundings(
        Lane lane,
        Turn turn,
        EventLoop home,
        Executor readers,
        EngineLimits limits,
        Clock clock,
        IdSource ids,
        EngineListener listener,
        Consumer<ServedDatabase> statusChanged) {}
