package dev.ovsdb.jsonrpc.netty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.tls.TlsOptions;
import io.netty.handler.ssl.SslProvider;
import org.junit.jupiter.api.Test;

class TlsRehearsalTest {
    @Test
    void goesThroughAWholeHandshake() {
        assertThat(rehearse(TestPki.ONE.options(TestPki.ONE.issue("server")).build()))
                .isTrue();
    }

    @Test
    void comesToAnEndIfTheServerWouldRefuseItself() {
        assertThat(rehearse(TestPki.OTHER.options(TestPki.ONE.issue("server")).build()))
                .isFalse();
    }

    private static boolean rehearse(TlsOptions options) {
        return TlsContext.server(options, SslProvider.JDK).rehearse();
    }
}
