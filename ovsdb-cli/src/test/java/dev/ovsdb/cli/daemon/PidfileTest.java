package dev.ovsdb.cli.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.cli.console.CommandException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidfileTest {
    @TempDir
    private Path folder;

    @Test
    void holdsThePidUntilItIsClosed() throws Exception {
        Path file = folder.resolve("pid");
        try (Pidfile claimed = Pidfile.claim(file, false)) {
            assertThat(file).hasContent(String.valueOf(ProcessHandle.current().pid()));
            assertThat(folder.resolve("pid.tmp")).doesNotExist();
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void isNotTakenFromOneWhoHoldsIt() throws Exception {
        Path file = folder.resolve("pid");
        Pidfile held = Pidfile.claim(file, false);
        assertThatThrownBy(() -> Pidfile.claim(file, false))
                .isInstanceOf(CommandException.class)
                .hasMessage(file + ": already running as pid "
                        + ProcessHandle.current().pid() + ", aborting");
        held.close();
    }

    @Test
    void isTakenFromOneWhoDied() throws Exception {
        Path file = Files.writeString(folder.resolve("pid"), "1\n");
        try (Pidfile claimed = Pidfile.claim(file, false)) {
            assertThat(file).hasContent(String.valueOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void saysWhyItCannotBeMade() {
        assertThatThrownBy(() -> Pidfile.claim(folder.resolve("none/pid"), false))
                .hasMessage(folder + "/none/pid.tmp: create failed (No such file or directory)");
    }
}
