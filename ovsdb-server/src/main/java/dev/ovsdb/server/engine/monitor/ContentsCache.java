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

    private final HubOptions options;
    private final Clock clock;
    private volatile @Nullable Kept kept; // Made when something is first asked for: a server starts without.

    private record ContentsKey(long version, Subscription subscription) {}

    /** By identity of the contents, which do not define equality. */
    private record SliceKey(Contents contents, int number) {}

    ContentsCache(HubOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    private record Kept(Cache<ContentsKey, Contents> contents, Cache<SliceKey, Slice> slices) {
        static Kept make(HubOptions options, Clock clock) {
            return new Kept(
                    Caffeine.newBuilder()
                            .executor(Runnable::run)
                            .ticker(clock::nanoTime)
                            .expireAfterAccess(KEPT)
                            .weakValues()
                            .build(),
                    Caffeine.newBuilder()
                            .executor(Runnable::run)
                            .ticker(clock::nanoTime)
                            .expireAfterAccess(KEPT)
                            .maximumWeight(options.cacheBytes())
                            .weigher((SliceKey key, Slice slice) -> slice.size())
                            .build());
        }
    }

    private Kept kept() {
        Kept made = kept;
        return made != null ? made : make();
    }

    private synchronized Kept make() {
        Kept made = kept;
        if (made == null) {
            made = Kept.make(options, clock);
            kept = made;
        }
        return made;
    }

    /** The contents of a version, which the caller has entered and must leave. */
    Contents enter(long version, Subscription subscription, Supplier<PinnedRows> pin) {
        ContentsKey key = new ContentsKey(version, subscription);
        Cache<ContentsKey, Contents> contents = kept().contents();
        Contents known = contents.getIfPresent(key);
        if (known != null && known.enter()) {
            return known;
        }
        Contents made = new Contents(subscription, pin.get(), options.sliceBytes());
        made.enter();
        contents.put(key, made);
        return made;
    }

    /** A slice, if it lies ready. */
    @Nullable
    Slice ready(Contents of, int number) {
        return kept().slices().getIfPresent(new SliceKey(of, number));
    }

    /** A slice, made if it must be; only one thread makes it. */
    Slice slice(Contents of, int number) {
        return kept().slices()
                .get(new SliceKey(of, number), key -> key.contents().make(key.number()));
    }

    /** Keeps the first slice, which was made outside. */
    void keep(Contents of, Slice first) {
        kept().slices().put(new SliceKey(of, 0), first);
    }

    void clear() {
        Kept made = kept;
        if (made != null) {
            made.contents().invalidateAll();
            made.slices().invalidateAll();
        }
    }
}
