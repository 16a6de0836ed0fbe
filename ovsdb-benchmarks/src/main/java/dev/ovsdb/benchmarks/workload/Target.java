package dev.ovsdb.benchmarks.workload;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver finds the server, and how long it runs.
 *
 * @param socket Unix socket of the database
 * @param control Unix socket of the commands
 * @param tls for TLS connections instead
 * @param rows in the database at the start
 */
public record Target(
        String socket, String control, @Nullable TlsPeer tls, int rows, double warmUp, double seconds) {
    /** {@code SOCKET CONTROL ROWS WARM-UP SECONDS [PORT KEY CERTIFICATE AUTHORITY]}. */
    public static Target parse(String... words) throws Exception {
        TlsPeer tls = words.length > 5
                ? new TlsPeer(Integer.parseInt(words[5]), Path.of(words[6]), Path.of(words[7]), Path.of(words[8]))
                : null;
        return new Target(
                words[0],
                words[1],
                tls,
                Integer.parseInt(words[2]),
                Double.parseDouble(words[3]),
                Double.parseDouble(words[4]));
    }

    public boolean isTls() {
        return tls != null;
    }

    @Override
    public TlsPeer tls() {
        return Objects.requireNonNull(tls);
    }

    public int switches() {
        return Units.switches(rows);
    }

    public int ports() {
        return Units.ports(rows);
    }
}
