package dev.ovsdb.conformance.client;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.ClientStarter;
import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.Judgement;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.match.Explanation;
import dev.ovsdb.conformance.match.Mismatch;
import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.suite.Suite;
import dev.ovsdb.conformance.wire.Listening;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.netty.NettyTransports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges one client: starts it for each chosen case, and plays the server that it connects to. Used once. */
public final class ClientJudge implements AutoCloseable {
    private final NettyTransports transports =
            NettyTransports.builder().threads(1).build();
    private final String name;
    private final ClientStarter starter;
    private final ConnectionMethod.Passive method;
    private final Options options;

    /** @param name what it is called in reports */
    public ClientJudge(String name, ClientStarter starter, ConnectionMethod.Passive method, Options options) {
        this.name = name;
        this.starter = starter;
        this.method = method;
        this.options = options;
    }

    /** @throws ConformanceException if nobody can listen there */
    public Judgement judge() {
        List<CaseResult> results = new ArrayList<>();
        for (Case one : options.chosen(Suite.clientCases())) results.add(play(one));
        return new Judgement(name, method.toString(), results);
    }

    private CaseResult play(Case one) {
        try (Listening listening = new Listening(transports, method, options.tls())) {
            ClientExchange exchange = new ClientExchange(
                    listening, options.patience(), one.setting().writes());
            try (exchange;
                    AutoCloseable client = starter.start(listening.remote())) {
                return play(one, exchange);
            } catch (IllegalStateException e) {
                throw e;
            } catch (Exception e) {
                String why = "the client cannot be started or ended: " + e;
                return new CaseResult(one.info(), Outcome.FAILED, why, exchange.conversation());
            }
        }
    }

    private static CaseResult play(Case one, ClientExchange exchange) {
        try {
            exchange.play(one.steps());
            Optional<String> lack = exchange.lack();
            Outcome outcome = lack.isPresent() ? Outcome.NOT_RUN : Outcome.PASSED;
            return new CaseResult(one.info(), outcome, lack.orElse(""), exchange.conversation());
        } catch (Mismatch e) {
            String why = Explanation.of(one.info(), e, exchange.conversation());
            return new CaseResult(one.info(), Outcome.FAILED, why, exchange.conversation());
        }
    }

    @Override
    public void close() {
        transports.close();
    }
}
