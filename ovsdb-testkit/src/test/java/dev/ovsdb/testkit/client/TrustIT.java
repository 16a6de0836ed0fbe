package dev.ovsdb.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.ConnectFailedException;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server that is not who it should be, or does not take us for who we should be, ends the first connect at once, instead of
 * backing off for ever.
 */
@RequiresPeer("ovsdb-server")
class TrustIT {
    enum Fault {
        EXPIRED(ReferencePki::expired),
        WRONG_AUTHORITY(ReferencePki::stranger),
        WRONG_NAME(ReferencePki::wrongName);

        private final Function<ReferencePki, Identity> identity;

        Fault(Function<ReferencePki, Identity> identity) {
            this.identity = identity;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsTheFirstConnect(Fault fault) {
        try (ReferencePki pki = ReferencePki.create();
                ReferenceServer server = ReferenceServer.builder()
                        .schema(Real.SCHEMA)
                        .ssl(pki, fault.identity.apply(pki))
                        .start()) {
            var builder = OvsdbClient.builder().remotes(server.remote("ssl")).tls(Real.tls(pki));

            assertUntrusted(builder);
        }
    }

    /** Under TLS 1.3 the server judges the client when that is connected already. */
    @Test
    void aRefusedClientLearnsItWhileItConnects() {
        try (ReferencePki pki = ReferencePki.create();
                ReferencePki other = ReferencePki.create();
                ReferenceServer server =
                        ReferenceServer.builder().schema(Real.SCHEMA).ssl(pki).start()) {
            TlsOptions stranger = TlsOptions.builder()
                    .privateKey(other.client().privateKey())
                    .certificate(other.client().certificate())
                    .caCertificate(pki.authority())
                    .protocols("TLSv1.3")
                    .build();
            TlsOptions nobody = TlsOptions.builder()
                    .caCertificate(pki.authority())
                    .protocols("TLSv1.3")
                    .build();
            assertUntrusted(OvsdbClient.builder().remotes(server.remote("ssl")).tls(stranger));
            assertUntrusted(OvsdbClient.builder().remotes(server.remote("ssl")).tls(nobody));
        }
    }

    private static void assertUntrusted(OvsdbClientBuilder builder) {
        assertThatThrownBy(builder::connectBlocking)
                .isInstanceOfSatisfying(
                        ConnectFailedException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ConnectFailedException.Kind.UNTRUSTED));
    }
}
