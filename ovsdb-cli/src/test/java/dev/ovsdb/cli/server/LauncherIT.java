package dev.ovsdb.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server in the background: started, found, restarted after a crash and ended as users of the reference do it. */
@RequiresPeer({"ovsdb-server", "ovsdb-client", "ovs-appctl"})
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherIT {
    private static final Outcome READY = new Outcome(0, "", "");

    private final WorkFolder folder = WorkFolder.create();
    private final List<ProcessHandle> started = new ArrayList<>();
    private final Program launcher = ProcessProgram.launchedServer(folder.path());
    private Tool control;

    @BeforeEach
    void makeFiles() throws IOException {
        control =
                Tool.named("ovs-appctl").with(Map.of("OVS_RUNDIR", folder.path().toString()));
        ServerFiles.make(folder.path());
    }

    /** A monitor goes when its server goes by SIGTERM. */
    @AfterEach
    void end() {
        started.forEach(ProcessHandle::destroyForcibly);
        folder.close();
    }

    @Test
    void isReadyWhenTheLauncherEndsAndLeavesNothingBehind() throws Exception {
        assertThat(launch("--detach")).isEqualTo(READY);
        ProcessHandle server = server();
        Path controlSocket = folder.file("ovsdb-server." + server.pid() + ".ctl");

        assertThat(control.output("-t", "ovsdb-server", "ovsdb-server/list-dbs"))
                .isEqualTo("A\n_Server");
        assertThat(Tool.named("ovsdb-client").output("list-dbs", remote())).isEqualTo("A\n_Server");
        assertThat(permissions(folder.file("s"))).endsWith("---");
        assertThat(permissions(controlSocket)).endsWith("---");

        terminate(server);
        assertThat(folder.file("s")).doesNotExist();
        assertThat(controlSocket).doesNotExist();
        assertThat(pidfile()).doesNotExist();
    }

    @Test
    void takesOverWhatAKilledOneLeft() throws Exception {
        assertThat(launch("--detach")).isEqualTo(READY);
        ProcessHandle killed = server();
        killed.destroyForcibly();
        killed.onExit().get(20, TimeUnit.SECONDS);
        assertThat(folder.file("s")).exists();
        assertThat(pidfile()).exists();

        assertThat(launch("--detach")).isEqualTo(READY);
        ProcessHandle next = server();
        assertThat(next.pid()).isNotEqualTo(killed.pid());
        assertThat(Tool.named("ovsdb-client").output("list-dbs", remote())).isEqualTo("A\n_Server");
        terminate(next);
    }

    @Test
    void passesOnWhyItCannotStart() {
        List<String> words = List.of("--detach", "--no-chdir", "-vconsole:off", "/none.db");
        Outcome expected =
                ProcessProgram.reference("ovsdb-server", folder.path()).run(words);
        assertThat(expected.status()).isNotZero();
        assertThat(launcher.run(words)).isEqualTo(expected);
    }

    @Test
    void isStartedAgainAfterACrashAndNotAfterAnOrderlyEnd() throws Exception {
        assertThat(launch("--detach", "--monitor")).isEqualTo(READY);
        ProcessHandle crashed = server();
        ProcessHandle monitor = crashed.parent().orElseThrow();
        started.add(monitor);
        assertThat(Tool.named("sh").run("-c", "kill -SEGV " + crashed.pid()).succeeded())
                .isTrue();
        crashed.onExit().get(20, TimeUnit.SECONDS);

        while (!control.run("-t", "ovsdb-server", "version").succeeded()) {
            Thread.onSpinWait(); // Each attempt takes a process: it does not spin.
        }
        ProcessHandle next = server();
        assertThat(next.pid()).isNotEqualTo(crashed.pid());
        assertThat(Files.readString(folder.file("log")))
                .contains("1 crashes: pid " + crashed.pid() + " died, killed (Aborted), restarting");

        terminate(next);
        monitor.onExit().get(20, TimeUnit.SECONDS);
        assertThat(pidfile()).doesNotExist();
    }

    private Outcome launch(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--pidfile", "--remote=punix:s", "-vconsole:off"));
        words.addAll(
                List.of("--log-file=" + folder.file("log"), folder.file("a.db").toString()));
        return launcher.run(words);
    }

    private String remote() {
        return "unix:" + folder.file("s");
    }

    private Path pidfile() {
        return folder.file("ovsdb-server.pid");
    }

    private ProcessHandle server() throws IOException {
        long pid = Long.parseLong(Files.readString(pidfile()).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        started.add(server);
        return server;
    }

    private static void terminate(ProcessHandle server) throws Exception {
        assertThat(server.destroy()).isTrue();
        server.onExit().get(20, TimeUnit.SECONDS);
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
