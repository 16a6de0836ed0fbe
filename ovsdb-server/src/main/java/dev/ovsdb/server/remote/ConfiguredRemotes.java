package dev.ovsdb.server.remote;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.RemoteOptions;
import dev.ovsdb.server.engine.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The remotes of a server, by the names under which they are configured: a connection method, or
 * {@code db:DATABASE,TABLE,COLUMN} for those that a column of a database names. Such a column holds connection methods as
 * strings, or refers to rows of a table with the column {@code target} and any of {@code max_backoff}, {@code
 * inactivity_probe}, {@code read_only}, {@code role} and {@code other_config}; in these rows {@code is_connected} and {@code
 * status} are kept up to date, every 2.5 seconds.
 *
 * <p>Changes of the database take effect as they are published. A target that disappears ends with its sessions; another code
 * point makes it a new one; another role or read-only ends its sessions; all else holds without a word to them.
 *
 * <p>Thread-safe.
 */
public final class ConfiguredRemotes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredRemotes.class);
    private static final Duration STATUS_INTERVAL = Duration.ofMillis(2_500);

    private final OvsdbServer server;
    private final Function<String, Optional<Database>> databases;
    private final Function<String, RemoteOptions> reader;

    // All guarded by this.
    private final Map<String, Optional<ColumnWatch>> names = new TreeMap<>(); // A watch for each db: name.
    private final Map<String, Opened> opened = new LinkedHashMap<>(); // By target.
    private final List<ColumnWatch> tlsWatches = new ArrayList<>();
    private final StatusWriter statusWriter = new StatusWriter();
    private final Set<String> complaints = new LinkedHashSet<>(); // Each is logged once while it lasts.
    private TlsFiles tls = TlsFiles.none();
    private EventLoop.@Nullable Timer timer;
    private boolean closed;

    /** A target in use; without a remote if it cannot be used. */
    private record Opened(
            Optional<RemoteOptions> options, @Nullable Remote remote) {}

    /** @param databases finds a database that is served */
    public ConfiguredRemotes(OvsdbServer server, Function<String, Optional<Database>> databases) {
        this(server, databases, ConfiguredRemotes::read);
    }

    /**
     * @param databases finds a database that is served
     * @param reader makes options of a target; throws {@link
     *     dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException} if it is no connection method
     */
    public ConfiguredRemotes(
            OvsdbServer server,
            Function<String, Optional<Database>> databases,
            Function<String, RemoteOptions> reader) {
        this.server = server;
        this.databases = databases;
        this.reader = reader;
        schedule();
    }

    private static RemoteOptions read(String target) {
        return RemoteOptions.builder(ConnectionMethod.parse(target))
                .name(target)
                .build();
    }

    /**
     * Adds a name, if it is not there. A connection method that is malformed or cannot be used is kept, and tried again.
     *
     * @throws IllegalArgumentException if a {@code db:} name does not name a column; in the reference's words
     */
    public synchronized void add(String name) {
        if (names.containsKey(name)) {
            return;
        }
        Optional<ColumnWatch> watch = Optional.empty();
        if (name.startsWith(ColumnReference.PREFIX)) {
            ColumnReference.parse(name, databases);
            watch = Optional.of(new ColumnWatch(name, databases, this::refresh));
        }
        names.put(name, watch);
        refresh();
    }

    /** Takes a name away, and tells whether it was there. What another name names too goes on. */
    public synchronized boolean remove(String name) {
        Optional<ColumnWatch> watch = names.remove(name);
        if (watch == null) {
            return false;
        }
        watch.ifPresent(ColumnWatch::close);
        refresh();
        return true;
    }

    /** The names, sorted. */
    public synchronized List<String> names() {
        return List.copyOf(names.keySet());
    }

    /** The remote that a target is at present; empty if it is not wanted, or cannot be used. */
    public synchronized Optional<Remote> remote(String target) {
        Opened found = opened.get(target);
        return found == null ? Optional.empty() : Optional.ofNullable(found.remote());
    }

    /**
     * What TLS remotes show and believe from now on; sessions go on.
     *
     * @throws IllegalArgumentException if a {@code db:} name does not name a column of strings; in the reference's words
     */
    public synchronized void tls(TlsFiles files) {
        for (String reference : files.references()) {
            ColumnReference.parseStrings(reference, databases);
        }
        tlsWatches.forEach(ColumnWatch::close);
        tlsWatches.clear();
        tls = files;
        for (String reference : files.references()) {
            tlsWatches.add(new ColumnWatch(reference, databases, this::refresh));
        }
        refresh();
    }

    /** Looks at all names again; needed only after databases were added or removed. */
    public synchronized void refresh() {
        if (closed) {
            return;
        }
        Set<String> before = new LinkedHashSet<>(complaints);
        complaints.clear();
        Map<String, Optional<RemoteOptions>> wanted = wanted();
        new ArrayList<>(opened.keySet())
                .stream().filter(target -> !wanted.containsKey(target)).forEach(this::deconfigure);
        wanted.forEach(this::configure);
        complaints.stream().filter(text -> !before.contains(text)).forEach(LOG::error);
    }

    private Map<String, Optional<RemoteOptions>> wanted() {
        tlsWatches.forEach(this::resolve); // So that they follow another schema.
        WantedRemotes wanted = new WantedRemotes(reader, tls.resolve(databases, complaints::add));
        names.forEach((name, watch) -> {
            if (watch.isEmpty()) {
                wanted.add(name);
            } else {
                resolve(watch.get()).ifPresent(wanted::add);
            }
        });
        return wanted.byTarget();
    }

    private Optional<ColumnReference> resolve(ColumnWatch watch) {
        try {
            return Optional.of(watch.resolve());
        } catch (IllegalArgumentException e) {
            complaints.add(e.getMessage());
            return Optional.empty();
        }
    }

    private void deconfigure(String target) {
        LOG.info("{}: remote deconfigured", target);
        close(opened.remove(target));
    }

    private static void close(@Nullable Opened closing) {
        if (closing != null && closing.remote() != null) {
            closing.remote().remove();
        }
    }

    private void configure(String target, Optional<RemoteOptions> options) {
        Opened now = opened.get(target);
        if (now != null && now.options().equals(options) && (now.remote() != null || options.isEmpty())) {
            return;
        }
        Remote remote = now == null ? null : now.remote();
        if (remote != null && options.isPresent() && isSameSocket(remote.options(), options.get())) {
            remote.update(options.get());
        } else {
            close(now);
            remote = options.map(each -> open(target, each)).orElse(null);
        }
        opened.put(target, new Opened(options, remote));
    }

    /** Whether a listener may go on: it has its code point from its beginning, and needs TLS options while it needs them. */
    private static boolean isSameSocket(RemoteOptions before, RemoteOptions after) {
        return before.dscp().equals(after.dscp())
                && before.tls().isPresent() == after.tls().isPresent();
    }

    private @Nullable Remote open(String target, RemoteOptions options) {
        try {
            return server.addRemote(options);
        } catch (IllegalArgumentException e) {
            complaints.add(target + ": listen failed: " + e.getMessage());
            return null;
        } catch (IllegalStateException e) {
            return null; // The server was closed.
        }
    }

    // ---- Status.

    private void schedule() {
        timer = server.eventLoop().schedule(STATUS_INTERVAL, this::tick);
    }

    private synchronized void tick() {
        if (closed) {
            return;
        }
        refresh(); // What could not be used may be usable now.
        List<ColumnReference> references = new ArrayList<>();
        names.values().forEach(watch -> watch.flatMap(this::resolve).ifPresent(references::add));
        statusWriter.write(references, this::status);
        schedule();
    }

    private StatusColumns status(String target) {
        Opened found = opened.get(target);
        boolean passive = found != null
                && found.options().map(RemoteOptions::method).orElse(null) instanceof ConnectionMethod.Passive;
        return StatusColumns.of(found == null ? null : found.remote(), passive);
    }

    /** Follows databases no more. The server's remotes stay as they are. */
    @Override
    public synchronized void close() {
        closed = true;
        Objects.requireNonNull(timer).cancel();
        names.values().forEach(watch -> watch.ifPresent(ColumnWatch::close));
        tlsWatches.forEach(ColumnWatch::close);
    }
}
