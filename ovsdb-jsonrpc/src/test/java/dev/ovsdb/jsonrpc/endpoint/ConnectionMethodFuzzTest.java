package dev.ovsdb.jsonrpc.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Any text is a connection method with one canonical form, or is refused as the Javadoc says. */
class ConnectionMethodFuzzTest {
    @FuzzTest
    void connectionMethod(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        check(text);
        check(text.replace('\ufffd', '\ud800')); // What no bytes can say, but a Java string can.
    }

    private static void check(String text) {
        try {
            check(ConnectionMethod.parse(text));
        } catch (ConnectionMethodException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
        try {
            checkList(ConnectionMethod.parseList(text));
        } catch (ConnectionMethodException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void check(ConnectionMethod method) {
        String canonical = method.toString();
        assertThat(ConnectionMethod.parse(canonical)).isEqualTo(method).hasToString(canonical);
        assertThat(method.isTls()).isEqualTo(canonical.startsWith("ssl:") || canonical.startsWith("pssl:"));
        if (method instanceof ConnectionMethod.Active active) {
            assertThat(ConnectionMethod.Active.parse(canonical)).isEqualTo(active);
        } else {
            assertThat(ConnectionMethod.Passive.parse(canonical)).isEqualTo(method);
        }
        if (method instanceof ConnectionMethod.Unix unix) {
            assertThat(unix.socketPath()).isAbsolute();
        } else if (method instanceof ConnectionMethod.PassiveUnix unix) {
            assertThat(unix.socketPath()).isAbsolute();
        }
    }

    /** Unix paths may end in spaces or hold commas, so that only lists without them can be put together again. */
    private static void checkList(List<ConnectionMethod> methods) {
        assertThat(methods).isNotEmpty().allSatisfy(ConnectionMethodFuzzTest::check);
        if (methods.stream().noneMatch(ConnectionMethod::isUnix)) {
            String joined = methods.stream().map(Object::toString).collect(Collectors.joining(", "));
            assertThat(ConnectionMethod.parseList(joined)).isEqualTo(methods);
        }
    }
}
