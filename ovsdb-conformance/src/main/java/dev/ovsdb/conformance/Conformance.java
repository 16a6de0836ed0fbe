package dev.ovsdb.conformance;

import dev.ovsdb.conformance.client.ClientJudge;
import dev.ovsdb.conformance.server.ServerJudge;
import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run of the kit: which programs are judged, and by which cases. Immutable.
 *
 * <p>A server that serves the kit's databases ({@link #databases()}, {@link #schema}) is held to all of them; on any other the
 * cases that need one are {@link Outcome#NOT_RUN}. The kit deletes all rows of its own databases and changes no others.
 */
public final class Conformance {
    private final Map<String, ConnectionMethod> servers;
    private final Map<String, ClientStarter> clients;
    private final ConnectionMethod.Passive listen;
    private final Options options;

    private Conformance(Builder builder) {
        servers = new LinkedHashMap<>(builder.servers);
        clients = new LinkedHashMap<>(builder.clients);
        listen = builder.listen;
        options = builder.options();
    }

    /** Chooses what to judge. */
    public static Builder builder() {
        return new Builder();
    }

    /** All cases, those for servers first, in the order in which they are played. */
    public static List<ConformanceCase> cases() {
        return Stream.concat(Suite.serverCases().stream(), Suite.clientCases().stream())
                .map(Case::info)
                .toList();
    }

    /** The names of the kit's databases; the first is the one that most cases take. */
    public static List<String> databases() {
        return Suite.databases();
    }

    /**
     * The schema of a database of the kit, as JSON text.
     *
     * @throws ConformanceException if the kit has no such database
     */
    public static String schema(String database) {
        return Suite.schema(database)
                .orElseThrow(() -> new ConformanceException(
                        "the kit has no database " + database + ", only " + String.join(", ", Suite.databases())));
    }

    /**
     * Judges, one program after the other, one case after the other. Blocks; not on an event loop.
     *
     * @throws ConformanceException if a server cannot be connected to or does not connect, clients cannot be awaited, or what was asked for does not exist
     * @throws IllegalStateException if the thread was interrupted, which it stays
     */
    public Report run() {
        options.requireCases();
        List<Judgement> judgements = new ArrayList<>();
        servers.forEach((name, remote) -> {
            try (ServerJudge judge = new ServerJudge(name, remote, options)) {
                judgements.add(judge.judge());
            }
        });
        clients.forEach((name, starter) -> {
            try (ClientJudge judge = new ClientJudge(name, starter, listen, options)) {
                judgements.add(judge.judge());
            }
        });
        return new Report(judgements);
    }

    /** Chooses what to judge. Not thread-safe. */
    public static final class Builder {
        private final Map<String, ConnectionMethod> servers = new LinkedHashMap<>();
        private final Map<String, ClientStarter> clients = new LinkedHashMap<>();
        private final List<Feature> features = new ArrayList<>();
        private final List<String> cases = new ArrayList<>();
        private Optional<Profile> profile = Optional.empty();
        private Optional<String> database = Optional.empty();
        private Optional<TlsOptions> tls = Optional.empty();
        private ConnectionMethod.Passive listen = ConnectionMethod.Passive.parse("ptcp:0:127.0.0.1");
        private boolean exact;
        private Duration patience = Duration.ofSeconds(5);

        private Builder() {}

        /**
         * Judges a server.
         *
         * @param name what it is called in the report; another one for each
         * @param remote where it listens, {@code tcp:}, {@code ssl:} or {@code unix:}; or where the kit does and the server connects to,
         *     {@code ptcp:}, {@code pssl:} or {@code punix:}
         * @throws IllegalArgumentException if the name was given before
         * @throws dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException if the remote is malformed
         */
        public Builder server(String name, String remote) {
            ConnectionMethod method = ConnectionMethod.parse(remote);
            requireNew(name);
            servers.put(name, method);
            return this;
        }

        /**
         * Judges a client. The kit plays a server; what it plays has the kit's first database, empty.
         *
         * @param name what it is called in the report; another one for each
         * @throws IllegalArgumentException if the name was given before
         */
        public Builder client(String name, ClientStarter starter) {
            requireNew(name);
            clients.put(name, starter);
            return this;
        }

        private void requireNew(String name) {
            if (servers.containsKey(name) || clients.containsKey(name)) {
                throw new IllegalArgumentException("two programs are called " + name);
            }
        }

        /**
         * Where the kit awaits clients; {@code ptcp:0:127.0.0.1} by default.
         *
         * @throws dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException if the method is malformed
         */
        public Builder listen(String method) {
            listen = ConnectionMethod.Passive.parse(method);
            return this;
        }

        /** Plays only cases of these features, and of those given before; all if never called. */
        public Builder features(Feature... chosen) {
            features.addAll(List.of(chosen));
            return this;
        }

        /** Plays only the cases of this name, or whose names begin so, and of those given before; all if never called. */
        public Builder cases(String... names) {
            cases.addAll(List.of(names));
            return this;
        }

        /** Plays only cases of this profile. By default the RFC's, and Open vSwitch's as far as the program offers them. */
        public Builder profile(Profile chosen) {
            profile = Optional.of(chosen);
            return this;
        }

        /** The database that stands for any where a case takes whichever there is; by default the server's first one. */
        public Builder database(String name) {
            database = Optional.of(name);
            return this;
        }

        /** Whether the texts of errors, and forms that programs are free in, must be those of the reference's server. */
        public Builder exact(boolean chosen) {
            exact = chosen;
            return this;
        }

        /** How long an answer may take; 5 s by default. */
        public Builder patience(Duration longest) {
            patience = longest;
            return this;
        }

        /** For {@code ssl:} and {@code pssl:}. */
        public Builder tls(TlsOptions chosen) {
            tls = Optional.of(chosen);
            return this;
        }

        /** @throws IllegalStateException if there is nothing to judge */
        public Conformance build() {
            if (servers.isEmpty() && clients.isEmpty()) {
                throw new IllegalStateException("there is nothing to judge: no server and no client was named");
            }
            return new Conformance(this);
        }

        /** Judges. Ends as {@link #build} and {@link Conformance#run} do. */
        public Report run() {
            return build().run();
        }

        private Options options() {
            return new Options(features, cases, profile, exact, patience, database, tls);
        }
    }
}
