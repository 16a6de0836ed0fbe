package dev.ovsdb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(List.of(arguments), new ByteArrayInputStream(new byte[0]), out, err, Map.of());
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void withoutACommandItListsThem() {
        assertThat(run()).isZero();
        assertThat(out()).startsWith("usage: ovsdb COMMAND").contains("client ", "completion ");
    }

    @Test
    void anUnknownCommandIsAnError() {
        assertThat(run("clinet")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("ovsdb: unknown command 'clinet'; use --help for help\n");
    }

    @Test
    void theClientsHelpListsItsVerbsAndOptions() {
        assertThat(run("client", "--help")).isZero();
        assertThat(out()).contains("monitor-cond-since [SERVER] [DATABASE] [LASTID] CONDITION", "-f, --format=FORMAT");
    }

    @Test
    void optionsThatNeedAForkSaySo() {
        assertThat(run("client", "--detach", "list-dbs")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("ovsdb-client: --detach is not supported, see nohup(1) and systemd-run(1)\n");
    }
}
