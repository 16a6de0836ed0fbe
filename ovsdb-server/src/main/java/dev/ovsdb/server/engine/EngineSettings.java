package dev.ovsdb.server.engine;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.server.engine.metrics.EngineListener;
import dev.ovsdb.server.engine.settings.EngineLimits;
import dev.ovsdb.server.rights.Rights;
import java.util.concurrent.Executor;

/** What a handler's builder was told. */
record EngineSettings(
        Clock clock, IdSource ids, Executor readers, Rights rights, EngineLimits limits, EngineListener listener) {}
