package dev.ovsdb.testkit.client;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.client.monitor.MonitorChange;
import dev.ovsdb.jsonrpc.reconnect.BackoffOptions;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.monitor.MonitorRequest;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.testkit.junit.ReferenceEndpoint;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** What tests of the client against real servers have in common. */
final class Real {
    static final String SCHEMA = """
            {"name": "Sample", "version": "1.0.0", "tables": {"Item": {"isRoot": true, "columns": {
              "name": {"type": "string"},
              "size": {"type": {"key": "real", "min": 0}},
              "tags": {"type": {"key": "string", "min": 0, "max": "unlimited"}}}}}}
            """;
    static final MonitorRequests ITEMS = MonitorRequests.of("Item", MonitorRequest.columns("name", "size", "tags"));
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Real() {}

    /** A client of one way to reach one server, with a client's certificate where that is needed. */
    static OvsdbClientBuilder client(ReferenceEndpoint endpoint) {
        OvsdbClientBuilder builder = quick().remotes(endpoint.remote());
        return endpoint.isTls() ? builder.tls(tls(endpoint.server().pki())) : builder;
    }

    static OvsdbClientBuilder quick() {
        return OvsdbClient.builder()
                .backoff(
                        BackoffOptions.defaults().withMin(Duration.ofMillis(20)).withMax(Duration.ofMillis(200)));
    }

    static TlsOptions tls(ReferencePki pki) {
        return TlsOptions.builder()
                .privateKey(pki.client().privateKey())
                .certificate(pki.client().certificate())
                .caCertificate(pki.authority())
                .build();
    }

    static Operation insert(String name) {
        return Insert.into("Item").set("name", Datum.of(name)).build();
    }

    /** What a monitor delivers, for a test to wait for. */
    static final class Inbox {
        private final BlockingQueue<MonitorChange> changes = new LinkedBlockingQueue<>();

        void add(MonitorChange change) {
            changes.add(change);
        }

        /** The next change of this kind; others before it are passed over. */
        MonitorChange await(Predicate<MonitorChange> wanted) throws InterruptedException {
            for (; ; ) {
                MonitorChange next = changes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("no such change within " + PATIENCE);
                }
                if (wanted.test(next)) {
                    return next;
                }
            }
        }

        /** The next change that names an item. */
        MonitorChange awaitItem(String name) throws InterruptedException {
            return await(change -> change.updates().toString().contains('"' + name + '"'));
        }
    }
}
