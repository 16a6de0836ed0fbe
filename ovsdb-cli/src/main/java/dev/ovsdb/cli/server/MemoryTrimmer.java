package dev.ovsdb.cli.server;

import dev.ovsdb.server.engine.metrics.EngineListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Has the JVM give memory back after a compaction, where users asked for it; everything waits for that. */
record MemoryTrimmer(AtomicBoolean wanted) implements EngineListener {
    @Override
    public void compacted(String database, long nanos, @Nullable Throwable failure) {
        if (wanted.get() && failure == null) {
            System.gc();
        }
    }
}
