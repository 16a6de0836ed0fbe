package dev.ovsdb.jsonrpc.netty;

import dev.ovsdb.jsonrpc.tls.TlsException;
import dev.ovsdb.jsonrpc.tls.TlsMaterial;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import io.netty.handler.ssl.SslProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS contexts in use, each read again when a file of its options has changed. Thread-safe: guarded by its monitor,
 * which is never held while a file is read.
 *
 * <p>Looking whether files have changed is a few system calls on the local disk and done anywhere; reading them is left to
 * the executor.
 */
final class TlsContexts {
    private static final Logger LOG = LoggerFactory.getLogger(TlsContexts.class);

    /** A program has a handful of TLS options; one that makes them anew for each connection must not fill the heap. */
    private static final int MAX_CACHED = 64;

    private final TlsEngine engine;
    private final Executor blocking;
    private final AtomicBoolean rehearsed = new AtomicBoolean();
    private final Map<Key, Loaded> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Loaded> eldest) {
            return size() > MAX_CACHED;
        }
    };

    TlsContexts(TlsEngine engine, Executor blocking) {
        this.engine = engine;
        this.blocking = blocking;
    }

    /** Completes at once, or on the executor; exceptionally with {@link TlsException} if there is nothing to use. */
    CompletableFuture<TlsContext> client(TlsOptions options) {
        return get(new Key(options, false));
    }

    /** As {@link #client}. */
    CompletableFuture<TlsContext> server(TlsOptions options) {
        return get(new Key(options, true));
    }

    private CompletableFuture<TlsContext> get(Key key) {
        Object stamp = TlsMaterial.stamp(key.options());
        Loaded loaded = cached(key);
        if (loaded != null && loaded.stamp().equals(stamp)) return CompletableFuture.completedFuture(loaded.context());
        return CompletableFuture.supplyAsync(() -> reload(key, stamp), blocking);
    }

    /**
     * The stamp was taken before the files are read: a change in between is found the next time. It is remembered also if
     * they cannot be used, so that they are not read, and complained about, for each connection.
     */
    private TlsContext reload(Key key, Object stamp) {
        Loaded old = cached(key);
        if (old != null && old.stamp().equals(stamp)) return old.context(); // Another connection was faster.
        TlsContext context;
        try {
            context = key.load(engine.provider());
            if (rehearses(key) && rehearsed.compareAndSet(false, true)) context.rehearse();
        } catch (TlsException e) {
            if (old == null) throw e;
            LOG.warn("TLS files have changed and cannot be used; the old ones stay in use: {}", e.getMessage());
            context = old.context();
        }
        synchronized (this) {
            cache.put(key, new Loaded(stamp, context));
        }
        return context;
    }

    private boolean rehearses(Key key) {
        return key.server() && engine.provider() == SslProvider.JDK;
    }

    private synchronized @Nullable Loaded cached(Key key) {
        return cache.get(key);
    }

    private record Key(TlsOptions options, boolean server) {
        TlsContext load(SslProvider provider) {
            return server ? TlsContext.server(options, provider) : TlsContext.client(options, provider);
        }
    }

    private record Loaded(Object stamp, TlsContext context) {}
}
