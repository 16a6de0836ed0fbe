package dev.ovsdb.server.engine.monitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.server.engine.monitor.Contents.Slice;
import dev.ovsdb.server.engine.monitor.MonitoredDatabase.PinnedRows;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Contents that were asked for lately, and their slices while there is room: ten clients that want the same cost little more than
 * one. Thread-safe.
 */
final class ContentsCache {
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final int sliceBytes;
    private final Cache<ContentsKey, Contents> contents;
    private final Cache<SliceKey, Slice> slices;

    private record ContentsKey(long version, Subscription subscription) {}

    /** By identity of the contents, which do not define equality. */
    private record SliceKey(Contents contents, int number) {}

    ContentsCache(HubOptions options, Clock clock) {
        this.sliceBytes = options.sliceBytes();
        this.contents = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(clock::nanoTime)
                .expireAfterAccess(KEPT)
                .weakValues()
                .build();
        this.slices = Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(clock::nanoTime)
                .expireAfterAccess(KEPT)
                .maximumWeight(options.cacheBytes())
                .weigher((SliceKey key, Slice slice) -> slice.size())
                .build();
    }

    /** The contents of a version, which the caller has entered and must leave. */
    Contents enter(long version, Subscription subscription, Supplier<PinnedRows> pin) {
        ContentsKey key = new ContentsKey(version, subscription);
        Contents known = contents.getIfPresent(key);
        if (known != null && known.enter()) {
            return known;
        }
        Contents made = new Contents(subscription, pin.get(), sliceBytes);
        made.enter();
        contents.put(key, made);
        return made;
    }

    /** A slice, if it lies ready. */
    @Nullable
    Slice ready(Contents of, int number) {
        return slices.getIfPresent(new SliceKey(of, number));
    }

    /** A slice, made if it must be; only one thread makes it. */
    Slice slice(Contents of, int number) {
        return slices.get(new SliceKey(of, number), key -> key.contents().make(key.number()));
    }

    void clear() {
        contents.invalidateAll();
        slices.invalidateAll();
    }
}
