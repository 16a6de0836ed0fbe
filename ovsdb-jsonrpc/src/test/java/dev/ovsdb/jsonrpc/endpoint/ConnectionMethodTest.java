package dev.ovsdb.jsonrpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod.Active;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod.Passive;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionMethodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp:127.0.0.1            | tcp:127.0.0.1:6640",
                "tcp:127.0.0.1:1          | tcp:127.0.0.1:1",
                "tcp:[127.0.0.1]:1        | tcp:127.0.0.1:1",
                "tcp:[::1]                | tcp:[::1]:6640",
                "tcp:[fe80::1%eth0]:65535 | tcp:[fe80::1%eth0]:65535",
                "ssl:db_1.example.org     | ssl:db_1.example.org:6640",
                "ssl:localhost:16640      | ssl:localhost:16640",
                "unix:/run/ovs/db.sock    | unix:/run/ovs/db.sock",
                "unix:db.sock             | unix:db.sock",
                "unix:/a:b                | unix:/a:b",
                "ptcp:                    | ptcp:6640",
                "ptcp:0                   | ptcp:0",
                "ptcp::127.0.0.1          | ptcp:6640:127.0.0.1",
                "pssl:1:[::]              | pssl:1:[::]",
                "pssl:1:[127.0.0.1]       | pssl:1:127.0.0.1",
                "ptcp:1:[fe80::1%lo]      | ptcp:1:[fe80::1%lo]",
                "punix:/a b               | punix:/a b",
            })
    void printsCanonically(String text, String canonical) {
        ConnectionMethod method = ConnectionMethod.parse(text);
        assertThat(method).hasToString(canonical).isEqualTo(ConnectionMethod.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "tcp:",
                "tcp::1",
                "tcp:127.0.0.1:",
                "tcp:127.0.0.1:0",
                "tcp:127.0.0.1:65536",
                "tcp:127.0.0.1:99999999999",
                "tcp:127.0.0.1:abc",
                "tcp:127.0.0.1:+1",
                "tcp:127.0.0.1:0x10",
                "tcp:127.0.0.1:1:2",
                "tcp:::1:1",
                "tcp:::1",
                "tcp:[::1",
                "tcp:[::1]x",
                "tcp:[::1]:",
                "tcp:[]:1",
                "tcp:[::g]:1",
                "tcp:256.1.1.1:1",
                "tcp:10.1:1",
                "tcp: 127.0.0.1:1",
                " tcp:127.0.0.1:1",
                "tcp:a b",
                "tcp:a/b",
                "tcp:-a",
                "TCP:127.0.0.1:1",
                "127.0.0.1:1",
                "http://127.0.0.1",
                "unix:/run/\ud800",
                "punix:/run/\udc00",
                "ssl:",
                "unix:",
                "punix:",
                "ptcp:abc",
                "ptcp:70000",
                "ptcp:127.0.0.1",
                "ptcp:0:",
                "ptcp:0:::1",
                "ptcp:[::1]",
                "ptcp:0:127.0.0.1:5",
                "ptcp: 0",
                "pssl:-1",
            })
    void refusesWhatIsNoMethodAndQuotesIt(String text) {
        assertThatThrownBy(() -> ConnectionMethod.parse(text))
                .isInstanceOf(ConnectionMethodException.class)
                .hasMessageStartingWith("\"" + text + "\"")
                .hasMessageContaining("expected");
    }

    @Test
    void saysWhatWasExpected() {
        assertThatThrownBy(() -> Active.parse("tcp:127.0.0.1:99999"))
                .hasMessageContaining("a port of 1 to 65535")
                .hasMessageContaining("99999");
        assertThatThrownBy(() -> Active.parse("ptcp:1")).hasMessageContaining("a peer to connect to");
        assertThatThrownBy(() -> Passive.parse("tcp:h:1")).hasMessageContaining("a place to listen on");
        assertThatThrownBy(() -> ConnectionMethod.parse("x:" + "y".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void knowsTlsAndUnix() {
        assertThat(Active.parse("ssl:h").isTls()).isTrue();
        assertThat(Passive.parse("pssl:1").isTls()).isTrue();
        assertThat(Active.parse("tcp:h").isTls()).isFalse();
        assertThat(Active.parse("unix:h").isUnix()).isTrue();
        assertThat(Passive.parse("punix:h").isUnix()).isTrue();
        assertThat(Passive.parse("ptcp:1").isUnix()).isFalse();
    }

    @Nested
    class Lists {
        @ParameterizedTest
        @ValueSource(
                strings = {"tcp:a:1,ssl:b:2,unix:/c,d", "tcp:a:1 , ssl:b:2,  unix:/c,d", " tcp:a:1,ssl:b:2,unix:/c,d "})
        void splitBeforeAMethodOnly(String text) {
            assertThat(Active.parseList(text))
                    .extracting(Object::toString)
                    .containsExactly("tcp:a:1", "ssl:b:2", "unix:/c,d");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", ",", "tcp:a:1,", ",tcp:a:1", "tcp:a:1,,tcp:b:2", "tcp:a:1;tcp:b:2"})
        void haveNoEmptyElements(String text) {
            assertThatThrownBy(() -> ConnectionMethod.parseList(text)).isInstanceOf(ConnectionMethodException.class);
        }
    }

    /** P3. */
    @Test
    void relativeUnixPathsStartAtTheRunDirectory() {
        assertThat(UnixPaths.resolve("/tmp/run", "db.sock")).isEqualTo(Path.of("/tmp/run/db.sock"));
        assertThat(UnixPaths.resolve("/tmp/run", "/a/db.sock")).isEqualTo(Path.of("/a/db.sock"));
        if (System.getenv("OVS_RUNDIR") == null) {
            assertThat(new ConnectionMethod.Unix("db.sock").socketPath())
                    .isEqualTo(Path.of("/var/run/openvswitch/db.sock"));
        }
    }
}
