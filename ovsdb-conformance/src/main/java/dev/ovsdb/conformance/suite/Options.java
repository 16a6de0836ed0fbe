package dev.ovsdb.conformance.suite;

import dev.ovsdb.conformance.ConformanceException;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Profile;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to judge, and by which cases.
 *
 * @param features of which cases are played; all if empty
 * @param cases names, or beginnings of names, of cases that are played; all if empty
 * @param profile whose cases are played; empty for all that the program offers
 * @param exact whether texts and forms that programs are free in must be the reference's
 * @param patience how long an answer may take
 * @param database that stands for any; empty for the first one
 * @param tls for {@code ssl:} and {@code pssl:}
 */
public record Options(
        List<Feature> features,
        List<String> cases,
        Optional<Profile> profile,
        boolean exact,
        Duration patience,
        Optional<String> database,
        Optional<TlsOptions> tls) {
    public Options {
        features = List.copyOf(features);
        cases = List.copyOf(cases);
    }

    /** @throws ConformanceException if a name is the beginning of no case's */
    public void requireCases() {
        for (String name : cases) {
            if (Stream.concat(Suite.serverCases().stream(), Suite.clientCases().stream())
                    .noneMatch(one -> one.name().startsWith(name))) {
                throw new ConformanceException("there is no case " + name);
            }
        }
    }

    /** Those of the cases that are to be played. */
    public List<Case> chosen(List<Case> all) {
        return all.stream().filter(this::isChosen).toList();
    }

    private boolean isChosen(Case one) {
        return (features.isEmpty() || features.contains(one.info().feature()))
                && (cases.isEmpty() || cases.stream().anyMatch(one.name()::startsWith))
                && (profile.isEmpty() || profile.get() == one.info().profile());
    }
}
