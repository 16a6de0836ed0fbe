package dev.ovsdb.client;

import dev.ovsdb.client.conversation.Timeouts;
import dev.ovsdb.client.schema.SchemaCache;
import dev.ovsdb.client.server.ServerRules;
import dev.ovsdb.client.session.SessionOptions;
import dev.ovsdb.client.session.Sessions;
import dev.ovsdb.jsonrpc.connection.ConnectionOptions;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.jsonrpc.transport.ConnectOptions;
import dev.ovsdb.jsonrpc.transport.Connector;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import dev.ovsdb.jsonrpc.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Describes a session, then makes it: {@link #connect}, {@link #connectBlocking} or {@link #start} for one that dials and
 * reconnects, {@link #on} for one on a connection that is there already. For one thread; may be used several times.
 *
 * <p>A time-out of zero means never.
 */
public final class OvsdbClientBuilder {
    private final List<ConnectionMethod.Active> remotes = new ArrayList<>();
    private final List<SessionListener> listeners = new ArrayList<>();
    private ConnectOptions connectOptions = ConnectOptions.defaults();
    private ConnectionOptions connectionOptions = ConnectionOptions.defaults();
    private BackoffOptions backoff = BackoffOptions.defaults();
    private Duration networkProbe = Duration.ofSeconds(5);
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration firstConnectTimeout = Duration.ofSeconds(30);
    private Duration transactTimeout = Duration.ofSeconds(30);
    private Duration downloadTimeout = Duration.ofSeconds(60);
    private Duration callTimeout = Duration.ofSeconds(30);
    private boolean shuffle = true;
    private boolean failFast;
    private boolean negotiate = true;
    private @Nullable String database;
    private boolean leaderOnly;
    private @Nullable UUID clusterId;
    private @Nullable Connector connector;
    private @Nullable SchemaCache schemas;
    private IdSource ids = IdSource.random();

    OvsdbClientBuilder() {}

    /**
     * Adds servers to dial, as {@code tcp:}, {@code ssl:} and {@code unix:} methods; commas separate several in one text.
     *
     * @throws IllegalArgumentException if one is malformed; quotes it
     */
    public OvsdbClientBuilder remotes(String... methods) {
        remotes.addAll(ConnectionMethod.Active.parseList(methods));
        return this;
    }

    /** Adds servers to dial. */
    public OvsdbClientBuilder remotes(List<? extends ConnectionMethod.Active> methods) {
        remotes.addAll(methods);
        return this;
    }

    /** Tries the remotes in the order given; otherwise they are shuffled, so that many clients spread over a cluster. */
    public OvsdbClientBuilder inOrder() {
        shuffle = false;
        return this;
    }

    /** For {@code ssl:} remotes: the own certificate, whom to trust, versions and ciphers. */
    public OvsdbClientBuilder tls(TlsOptions options) {
        connectOptions = connectOptions.withTls(options);
        return this;
    }

    /** The DSCP code point of outgoing packets, 0 to 63. */
    public OvsdbClientBuilder dscp(int codePoint) {
        connectOptions = connectOptions.withDscp(codePoint);
        return this;
    }

    /** How long one attempt may take: resolving the name, the transport, TLS and negotiation. 10 s by default. */
    public OvsdbClientBuilder connectTimeout(Duration timeout) {
        if (timeout.isZero()) {
            throw new IllegalArgumentException("an attempt to connect must end some time; its time-out was zero");
        }
        connectTimeout = checked(timeout);
        return this;
    }

    /** How long {@link #connect} may take in all, over all remotes and rounds. 30 s by default. */
    public OvsdbClientBuilder firstConnectTimeout(Duration timeout) {
        firstConnectTimeout = checked(timeout);
        return this;
    }

    /** How long a transaction may take, from its request to its answer. 30 s by default. */
    public OvsdbClientBuilder transactTimeout(Duration timeout) {
        transactTimeout = checked(timeout);
        return this;
    }

    /** How long contents and schemas may take, from the last byte that arrived. 60 s by default. */
    public OvsdbClientBuilder downloadTimeout(Duration timeout) {
        downloadTimeout = checked(timeout);
        return this;
    }

    /** How long any other call may take, from its request to its answer. 30 s by default. */
    public OvsdbClientBuilder callTimeout(Duration timeout) {
        callTimeout = checked(timeout);
        return this;
    }

    /** Silence after which the server is probed, and after as much again given up. 5 s by default, none on Unix sockets. */
    public OvsdbClientBuilder inactivityProbe(Duration interval) {
        connectionOptions =
                connectionOptions.toBuilder().inactivityProbe(interval).build();
        return this;
    }

    /** Never probes. */
    public OvsdbClientBuilder noInactivityProbe() {
        connectionOptions = connectionOptions.toBuilder().noInactivityProbe().build();
        networkProbe = Duration.ZERO;
        return this;
    }

    /** Limits, wire log and observers of each connection. Its own probe, if set, holds for every kind of transport. */
    public OvsdbClientBuilder connection(ConnectionOptions options) {
        connectionOptions = Objects.requireNonNull(options);
        return this;
    }

    /** The waits between rounds of attempts: 1 s to 8 s by default, shortened at random by up to a quarter. */
    public OvsdbClientBuilder backoff(BackoffOptions options) {
        backoff = Objects.requireNonNull(options);
        return this;
    }

    /** Calls made while there is no connection fail at once, instead of waiting up to their time-out. */
    public OvsdbClientBuilder failFast() {
        failFast = true;
        return this;
    }

    /**
     * The database that the session is for. Servers that do not have it, members that have not joined its cluster, are cut
     * off from it, or are behind what the session has seen, are passed over.
     */
    public OvsdbClientBuilder database(String name) {
        database = Objects.requireNonNull(name);
        return this;
    }

    /** Uses only the leader of the database's cluster. A standalone database needs no leader and is always fine. */
    public OvsdbClientBuilder leaderOnly(String databaseName) {
        leaderOnly = true;
        return database(databaseName);
    }

    /** Uses only members of this cluster. Needs {@link #database} or {@link #leaderOnly}. */
    public OvsdbClientBuilder clusterId(UUID cluster) {
        clusterId = Objects.requireNonNull(cluster);
        return this;
    }

    /**
     * Asks nothing of the server unless a call needs it: neither to be told of database changes nor its id. For peers that
     * do not bear unexpected requests. Schemas are remembered for the length of a connection then.
     */
    public OvsdbClientBuilder withoutNegotiation() {
        negotiate = false;
        return this;
    }

    /** Shares event loops, and threads, with other sessions. By default a session has one of its own, and closes it. */
    public OvsdbClientBuilder connector(Connector shared) {
        connector = Objects.requireNonNull(shared);
        return this;
    }

    /** Shares schemas with other sessions. By default a session keeps its own. */
    public OvsdbClientBuilder schemaCache(SchemaCache shared) {
        schemas = Objects.requireNonNull(shared);
        return this;
    }

    /** Adds a listener that hears of the session from its beginning. */
    public OvsdbClientBuilder listener(SessionListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /** Where ids and random numbers come from; for simulations. */
    public OvsdbClientBuilder ids(IdSource source) {
        ids = Objects.requireNonNull(source);
        return this;
    }

    /**
     * Dials, and waits for nothing.
     *
     * @return completes when the session is live. Fails with {@link dev.ovsdb.jsonrpc.ConnectFailedException}: at once if a
     *     remote is not trusted, when each remote has failed to connect once, or at {@link #firstConnectTimeout}, up to which
     *     servers are tried that answer but are not fit (an election may be under way). The session has ended then.
     *     Cancelling the future ends the session too
     * @throws IllegalStateException if there is no remote, or what was chosen does not fit together
     */
    public CompletableFuture<OvsdbClient> connect() {
        return Sessions.connect(dialling(), options());
    }

    /**
     * Dials, and waits.
     *
     * @throws dev.ovsdb.jsonrpc.ConnectFailedException as the future of {@link #connect} does
     * @throws IllegalStateException as {@link #connect} does
     */
    public BlockingOvsdbClient connectBlocking() {
        return Sessions.connectBlocking(dialling(), options());
    }

    /**
     * A session that dials for as long as it takes; calls made on it meanwhile wait for the connection. Only a remote that is
     * not trusted ends it before it was ever live.
     *
     * @throws IllegalStateException as {@link #connect} does
     */
    public OvsdbClient start() {
        return Sessions.start(dialling(), options());
    }

    /** A session on a transport that nobody has started. When it ends, so does the session. */
    public OvsdbClient on(Transport transport) {
        return Sessions.on(transport, options());
    }

    /**
     * A session on a connection that the caller opens. When it ends, so does the session.
     *
     * @param loop the loop of that connection
     * @param opener opens the connection, on the loop, with the handler it is given or with one that hands on to it what
     *     concerns OVSDB
     */
    public OvsdbClient on(EventLoop loop, Function<PeerHandler, JsonRpcConnection> opener) {
        return Sessions.on(loop, opener, options());
    }

    private Sessions.Dialling dialling() {
        if (remotes.isEmpty()) {
            throw new IllegalStateException("no remote to connect to; call remotes(...)");
        }
        if (remotes.stream().anyMatch(ConnectionMethod::isTls)
                && connectOptions.tls().isEmpty()) {
            throw new IllegalStateException("an ssl: remote needs TLS options; call tls(...)");
        }
        return new Sessions.Dialling(
                List.copyOf(remotes),
                shuffle,
                connectOptions.withTimeout(connectTimeout),
                backoff,
                Optional.ofNullable(connector));
    }

    /** How sessions behave, however their connections come about. */
    SessionOptions options() {
        return new SessionOptions(
                connectionOptions,
                networkProbe,
                new Timeouts(connectTimeout, firstConnectTimeout, transactTimeout, downloadTimeout, callTimeout),
                failFast,
                negotiate,
                rules(),
                schemas != null ? schemas : SchemaCache.create(),
                listeners,
                ids);
    }

    private Optional<ServerRules> rules() {
        if (database == null) {
            if (clusterId != null) {
                throw new IllegalStateException("clusterId(...) needs database(...) or leaderOnly(...)");
            }
            return Optional.empty();
        }
        return Optional.of(new ServerRules(database, leaderOnly, Optional.ofNullable(clusterId)));
    }

    private static Duration checked(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a time-out is not negative, was " + timeout);
        }
        return timeout;
    }
}
