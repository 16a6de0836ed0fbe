package dev.ovsdb.server.remote;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethodException;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.server.RemoteOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The remotes that names come to at a moment, by target. A target that is named several times is one remote; what rows say of it
 * adds up.
 */
final class WantedRemotes {
    private final Function<String, RemoteOptions> reader;
    private final Optional<TlsOptions> tls;
    private final Map<String, Optional<RemoteOptions>> byTarget = new LinkedHashMap<>();

    /** @param reader makes options of a target; throws {@link ConnectionMethodException} if it is none */
    WantedRemotes(Function<String, RemoteOptions> reader, Optional<TlsOptions> tls) {
        this.reader = reader;
        this.tls = tls;
    }

    void add(String target) {
        byTarget.computeIfAbsent(target, this::read);
    }

    void add(ColumnReference reference) {
        if (reference.isStrings()) {
            RemoteRows.strings(reference).forEach(this::add);
        } else {
            RemoteRows.rows(reference).forEach(this::add);
        }
    }

    private void add(RemoteRow row) {
        row.target().ifPresent(target -> {
            add(target);
            byTarget.computeIfPresent(target, (same, options) -> options.map(each -> RowOptions.apply(row, each)));
        });
    }

    private Optional<RemoteOptions> read(String target) {
        try {
            RemoteOptions options = reader.apply(target);
            return Optional.of(
                    options.method().isTls() && tls.isPresent()
                            ? options.toBuilder().tls(tls.get()).build()
                            : options);
        } catch (ConnectionMethodException e) {
            return Optional.empty();
        }
    }

    /** Empty options for a target that is no connection method. */
    Map<String, Optional<RemoteOptions>> byTarget() {
        return byTarget;
    }
}
