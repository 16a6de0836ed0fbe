package dev.ovsdb.conformance.server;

import dev.ovsdb.conformance.CaseResult;
import dev.ovsdb.conformance.Outcome;
import dev.ovsdb.conformance.Profile;
import dev.ovsdb.conformance.suite.Case;
import java.util.List;
import java.util.Optional;

/** Which cases a server can be held to. */
final class Eligibility {
    private final Sessions sessions;
    private final Databases databases;
    private final Extensions extensions;
    private final String any;
    private final Optional<Profile> profile;

    /** @param any the database that stands for any; empty if there is none */
    Eligibility(Sessions sessions, Databases databases, Extensions extensions, String any, Optional<Profile> profile) {
        this.sessions = sessions;
        this.databases = databases;
        this.extensions = extensions;
        this.any = any;
        this.profile = profile;
    }

    /** How a case ends that cannot be played; empty if it can be. */
    Optional<CaseResult> without(Case one) {
        Optional<String> why = missing(one);
        if (why.isPresent()) return result(one, Outcome.NOT_RUN, why.get());
        return notOffered(one).flatMap(reason -> result(one, Outcome.NOT_OFFERED, reason));
    }

    private Optional<String> missing(Case one) {
        String database = one.setting().database();
        if (one.needsKitDatabase() && !databases.hasKit(database)) {
            return Optional.of("needs the kit's database " + database);
        }
        if (database.equals(Case.ANY_DATABASE) && any.isEmpty()) return Optional.of("needs a database");
        String model = one.setting().model();
        if (!model.isEmpty() && !isOf(model, database)) return Optional.of("needs a " + model + " database");
        int count = one.sessions();
        return count == 1 || sessions.canBe(count)
                ? Optional.empty()
                : Optional.of("needs " + count + " sessions at a time, and the server connects with fewer");
    }

    /** Who does not say has no cluster. */
    private boolean isOf(String model, String database) {
        String told = databases.model(database);
        return told.equals(model) || told.equals("unknown") && model.equals("standalone");
    }

    /** A server that offers no extension at all is one of the RFC and nothing else. */
    private Optional<String> notOffered(Case one) {
        Optional<String> missing = extensions.missing(one.setting().extensions());
        if (missing.isPresent()) return missing.map(name -> "the server does not offer " + name);
        boolean asked = profile.isPresent();
        return one.info().profile() == Profile.RFC7047 || asked || extensions.offersAny()
                ? Optional.empty()
                : Optional.of("the server offers nothing beyond RFC 7047");
    }

    private static Optional<CaseResult> result(Case one, Outcome outcome, String why) {
        return Optional.of(new CaseResult(one.info(), outcome, why, List.of()));
    }
}
