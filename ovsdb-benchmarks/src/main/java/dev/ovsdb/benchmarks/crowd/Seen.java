package dev.ovsdb.benchmarks.crowd;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Times;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was seen under one load.
 *
 * @param load its name
 * @param sessions of the server, while it was on
 * @param witness how long the witness's transactions took
 * @param newcomers how long sessions took that came meanwhile, from connecting to the first answer, by TLS
 * @param memory the server's, while it was on
 * @param did what the load did
 */
record Seen(String load, int sessions, Times witness, Times newcomers, Memory memory, Figures did) {
    static String head() {
        return String.format(
                Locale.ROOT,
                "%-16s %8s %9s %8s %8s %8s %9s %8s %8s  %s",
                "load",
                "sessions",
                "witness/n",
                "p50-ms",
                "p99-ms",
                "max-ms",
                "tls-max",
                "live-MB",
                "RSS-MB",
                "the load");
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-16s %8d %9d %8.2f %8.2f %8.2f %9.1f %8.0f %8.0f  %s",
                load,
                sessions,
                witness.count(),
                witness.micros(0.5) / 1e3,
                witness.micros(0.99) / 1e3,
                witness.micros(1) / 1e3,
                newcomers.micros(1) / 1e3,
                memory.live(),
                memory.resident(),
                did.values().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + Math.round(entry.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
