package dev.ovsdb.server.micrometer;

import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.ServerConnection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Objects;
import java.util.stream.LongStream;

/** The sessions of a server, whatever its handler is, and what waits for their peers. */
@SuppressWarnings("exports") // Of Micrometer, which who uses this class requires himself.
public final class ServerMeters implements MeterBinder {
    private final OvsdbServer server;
    private final Tags tags;

    public ServerMeters(OvsdbServer server) {
        this(server, Tags.empty());
    }

    /** @param tags what each meter has, to tell several servers of one registry apart */
    public ServerMeters(OvsdbServer server, Tags tags) {
        this.server = Objects.requireNonNull(server);
        this.tags = Objects.requireNonNull(tags);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ovsdb.server.sessions", () -> server.sessions().size())
                .tags(tags)
                .baseUnit("sessions")
                .register(registry);
        Gauge.builder("ovsdb.server.backlog", () -> backlogs().sum())
                .tags(tags)
                .baseUnit("bytes")
                .register(registry);
        Gauge.builder("ovsdb.server.backlog.max", () -> backlogs().max().orElse(0))
                .tags(tags)
                .baseUnit("bytes")
                .register(registry);
    }

    private LongStream backlogs() {
        return server.sessions().stream().mapToLong(ServerConnection::queuedBytes);
    }
}
