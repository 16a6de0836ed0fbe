package dev.ovsdb.server.file;

import dev.ovsdb.jsonrpc.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** How a {@link FileStorage} works; made by its builder. */
record FileStorageOptions(
        FileSystem files,
        Clock clock,
        boolean differences,
        boolean automaticCompaction,
        @Nullable Executor syncing,
        @Nullable Executor rewriting) {}
