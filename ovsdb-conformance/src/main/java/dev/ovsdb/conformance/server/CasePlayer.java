package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.match.Explanation;
import dev.ovsdb.conformance.match.Mismatch;
import dev.ovsdb.conformance.suite.Case;
import dev.ovsdb.conformance.suite.Case.Changes;
import dev.ovsdb.conformance.suite.KnownDifference;
import dev.ovsdb.conformance.suite.Options;
import dev.ovsdb.conformance.suite.Step;
import dev.ovsdb.conformance.suite.Suite;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plays cases on a server, each on a database as new. */
final class CasePlayer {
    private final Sessions sessions;
    private final Options options;
    private final Databases databases;
    private final String any;
    private final List<KnownDifference> known = Suite.knownDifferences();
    private final Set<String> clean = new LinkedHashSet<>(); // Databases of the kit in which nobody has been since.

    CasePlayer(Sessions sessions, Options options, Databases databases, String any) {
        this.sessions = sessions;
        this.options = options;
        this.databases = databases;
        this.any = any;
    }

    /** How it ends: passed, failed, or different in a way that the kit knows. */
    CaseResult play(Case one) {
        CaseResult result = play(one, one.steps());
        if (result.outcome() == Outcome.PASSED) return result;
        for (KnownDifference difference : known) {
            if (!difference.caseName().equals(one.name())) continue;
            CaseResult other = play(one, difference.steps());
            if (other.outcome() == Outcome.PASSED) {
                String reason = "as " + difference.program() + ": " + difference.reason();
                return new CaseResult(one.info(), Outcome.DIFFERS, reason, other.conversation());
            }
        }
        return result;
    }

    private CaseResult play(Case one, List<Step> steps) {
        Optional<String> trouble = prepare(one);
        if (trouble.isPresent()) return new CaseResult(one.info(), Outcome.FAILED, trouble.get(), List.of());
        try (Exchange exchange = new Exchange(sessions, options.patience(), options.exact(), any)) {
            return outcome(one, exchange, steps);
        } finally {
            cleanUp(one);
        }
    }

    private static CaseResult outcome(Case one, Exchange exchange, List<Step> steps) {
        try {
            exchange.play(steps);
            return new CaseResult(one.info(), Outcome.PASSED, "", exchange.conversation());
        } catch (Mismatch e) {
            String why = Explanation.of(one.info(), e, exchange.conversation());
            return new CaseResult(one.info(), Outcome.FAILED, why, exchange.conversation());
        } catch (ConformanceException e) {
            String why = String.valueOf(e.getMessage());
            return new CaseResult(one.info(), Outcome.FAILED, why, exchange.conversation());
        }
    }

    private Optional<String> prepare(Case one) {
        String database = one.setting().database();
        if (!one.needsKitDatabase() || clean.contains(database)) return Optional.empty();
        Optional<String> trouble = databases.empty(database);
        if (trouble.isEmpty()) clean.add(database);
        return trouble;
    }

    private void cleanUp(Case one) {
        if (one.setting().changes() == Changes.NOTHING) return;
        clean.remove(one.setting().database());
        if (one.setting().changes() == Changes.SCHEMA) {
            databases.restore(one.setting().database());
            sessions.dropWaiting();
        }
    }
}
