package dev.ovsdb.cli.client;

import dev.ovsdb.cli.client.Dialer.ConnectFailure;
import dev.ovsdb.cli.client.Verbs.Need;
import dev.ovsdb.cli.console.CommandException;
import dev.ovsdb.cli.console.Console;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the arguments which server and which database are meant, and opens the one.
 *
 * <p>Confined to the program's thread. What it opened is closed with it.
 */
final class Servers implements AutoCloseable {
    private final Console console;
    private final ClientOptions options;
    private final List<Session> sessions = new ArrayList<>();
    private @Nullable Dialer dialer;

    Servers(Console console, ClientOptions options) {
        this.console = console;
        this.options = options;
    }

    /**
     * What was opened, and the arguments that are left.
     *
     * @param database the database to work on, if one is needed
     */
    record Opened(Session session, Optional<String> database, List<String> rest) {}

    /**
     * Opens the server that the first argument names, or the default one.
     *
     * @param minArguments how many arguments are the verb's own, and so neither server nor database
     * @param known the database, if it needs not be found out
     */
    Opened open(int minArguments, Need need, List<String> arguments, Optional<String> known) {
        boolean named = arguments.size() > minArguments && Remotes.looksLikeOne(arguments.get(0));
        List<String> rest = named ? arguments.subList(1, arguments.size()) : arguments;
        if (!named) {
            return single(defaultServer(), minArguments, need, rest, known);
        }
        Remotes remotes = Remotes.parse(arguments.get(0));
        return remotes.methods().size() == 1
                ? single(remotes.methods().get(0), minArguments, need, rest, known)
                : oneOf(remotes, minArguments, need, rest, known);
    }

    private Opened single(String server, int minArguments, Need need, List<String> rest, Optional<String> known) {
        Session session = opened(dialer().open(server));
        if (need != Need.DATABASE || known.isPresent()) {
            return new Opened(session, known, rest);
        }
        List<String> databases = new Answers(session, options).databases();
        if (rest.size() > minArguments && databases.contains(rest.get(0))) {
            return new Opened(session, Optional.of(rest.get(0)), rest.subList(1, rest.size()));
        }
        return new Opened(session, Optional.of(defaultDatabase(databases)), rest);
    }

    private static String defaultDatabase(List<String> databases) {
        if (databases.contains("Open_vSwitch")) {
            return "Open_vSwitch";
        }
        List<String> own =
                databases.stream().filter(name -> !name.startsWith("_")).toList();
        if (own.size() != 1) {
            throw new CommandException("could not find a default database, please specify a database name");
        }
        return own.get(0);
    }

    /** A database is never guessed among several servers: they could differ. */
    private Opened oneOf(Remotes remotes, int minArguments, Need need, List<String> rest, Optional<String> known) {
        Optional<String> database = known;
        List<String> left = rest;
        if (need == Need.DATABASE && known.isEmpty()) {
            if (rest.size() <= minArguments) {
                throw new CommandException("database name is required with multiple remotes");
            }
            database = Optional.of(rest.get(0));
            left = rest.subList(1, rest.size());
        }
        for (String server : shuffled(remotes.methods())) {
            Optional<Session> session = acceptable(server, remotes, database);
            if (session.isPresent()) {
                return new Opened(session.get(), database, left);
            }
        }
        throw new CommandException("no servers were available");
    }

    private Optional<Session> acceptable(String server, Remotes remotes, Optional<String> database) {
        console.log().info("reconnect", server + ": connecting...");
        try {
            Session session = opened(dialer().attempt(server));
            console.log().info("reconnect", server + ": connected");
            if (database.isEmpty() || isAcceptable(session, remotes, database.get())) {
                return Optional.of(session);
            }
            session.close();
        } catch (ConnectFailure e) {
            console.log().info("reconnect", server + ": connection attempt failed (" + e.reason() + ")");
        }
        return Optional.empty();
    }

    private boolean isAcceptable(Session session, Remotes remotes, String database) {
        return session.call("transact", ServerInfo.query(database)) instanceof Reply.Result result
                && ServerInfo.in(result.body().toValue(), database, remotes.cluster())
                        .map(info -> info.isAcceptable(options.leaderOnly()))
                        .orElse(false);
    }

    private List<String> shuffled(List<String> methods) {
        List<String> shuffled = new ArrayList<>(methods);
        IdSource ids = console.ids();
        Collections.shuffle(shuffled, new Random(ids.nextLong()));
        return shuffled;
    }

    String defaultServer() {
        return "unix:" + console.runDirectory().resolve("db.sock");
    }

    /** For a verb that connects again and again. */
    Dialer dialer() {
        if (dialer == null) {
            dialer = new Dialer(console, options.tls());
        }
        return dialer;
    }

    private Session opened(Session session) {
        sessions.add(session);
        return session;
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
        if (dialer != null) {
            dialer.close();
        }
    }
}
