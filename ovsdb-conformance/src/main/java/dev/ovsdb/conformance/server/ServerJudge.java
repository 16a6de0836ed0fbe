package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import java.util.ArrayList;
import java.util.List;

/** Judges one server: plays each chosen case that can be played on it. Used once. */
public final class ServerJudge implements AutoCloseable {
    private final String name;
    private final ConnectionMethod remote;
    private final Options options;
    private final Sessions sessions;

    /**
     * @param name what it is called in reports
     * @throws ConformanceException if it is to connect to where nobody can listen
     */
    public ServerJudge(String name, ConnectionMethod remote, Options options) {
        this.name = name;
        this.remote = remote;
        this.options = options;
        this.sessions = Sessions.with(remote, options);
    }

    /** @throws ConformanceException if it cannot be connected to or does not connect, or lacks the database that was asked for */
    public Judgement judge() {
        sessions.giveBack(sessions.open(), true);
        Databases databases = new Databases(new Questions(sessions, options.patience()));
        options.database().filter(wanted -> !databases.has(wanted)).ifPresent(wanted -> {
            throw new ConformanceException(remote + " has no database " + wanted);
        });
        String any = options.database().or(databases::any).orElse("");
        Eligibility eligibility =
                new Eligibility(sessions, databases, extensions(databases, any), any, options.profile());
        CasePlayer player = new CasePlayer(sessions, options, databases, any);
        List<CaseResult> results = new ArrayList<>();
        for (Case one : options.chosen(Suite.serverCases())) {
            results.add(eligibility.without(one).orElseGet(() -> player.play(one)));
        }
        return new Judgement(name, remote.toString(), results);
    }

    private Extensions extensions(Databases databases, String any) {
        return new Extensions(databases, () -> new Exchange(sessions, options.patience(), false, any));
    }

    @Override
    public void close() {
        sessions.close();
    }
}
