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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void keepsWhatControlCommandsChangedOverACrash() throws Exception {
        assertThat(launch("--detach", "--monitor")).isEqualTo(READY);
        ProcessHandle crashed = server();
        started.add(crashed.parent().orElseThrow());
        control.output("-t", "ovsdb-server", "ovsdb-server/add-remote", "punix:s2");
        control.output("-t", "ovsdb-server", "ovsdb-server/remove-remote", "punix:s");
        control.output(
                "-t", "ovsdb-server", "ovsdb-server/add-db", folder.file("b.db").toString());
        control.output("-t", "ovsdb-server", "ovsdb-server/remove-db", "A");
        assertThat(Tool.named("sh").run("-c", "kill -SEGV " + crashed.pid()).succeeded())
                .isTrue();
        crashed.onExit().get(20, TimeUnit.SECONDS);

        while (!control.run("-t", "ovsdb-server", "version").succeeded()) {
            Thread.onSpinWait(); // Each attempt takes a process: it does not spin.
        }
        assertThat(control.output("-t", "ovsdb-server", "ovsdb-server/list-remotes"))
                .isEqualTo("punix:s2");
        assertThat(control.output("-t", "ovsdb-server", "ovsdb-server/list-dbs"))
                .isEqualTo("B\n_Server");
        assertThat(Tool.named("ovsdb-client").output("list-dbs", "unix:" + folder.file("s2")))
                .isEqualTo("B\n_Server");
        terminate(server());
    }

    @ParameterizedTest
    @ValueSource(strings = {"022", "077", "000"})
    void filesHaveTheReferencesModes(String umask) {
        String list = "--run=cd " + folder.path()
                + "; stat -c '%A %n' log s .a.db.~lock~ *.pid *.ctl | sed 's/[.][0-9]*[.]ctl/.PID.ctl/'";
        List<String> words = List.of(
                "--pidfile", "--log-file=" + folder.file("log"), "--remote=punix:s", "-vconsole:off", list, "a.db");
        Outcome expected =
                clean(ProcessProgram.reference("ovsdb-server", folder.path()).umask(umask), words);
        assertThat(expected.out().lines()).hasSize(5);
        assertThat(clean(ProcessProgram.launchedServer(folder.path()).umask(umask), words))
                .isEqualTo(expected);
    }

    /** Runs it without what another run has left. */
    private Outcome clean(Program program, List<String> words) {
        Tool.named("sh").output("-c", "cd " + folder.path() + "; rm -f log .*~lock~");
        List<String> placed = new ArrayList<>(words);
        placed.set(words.size() - 1, folder.file(words.get(words.size() - 1)).toString());
        return program.run(placed);
    }

    @Nested
    @EnabledIf("dev.ovsdb.cli.server.LauncherIT#mayChangeTheUser")
    class AUser {
        private static final String WHO = "--run=id -un; id -gn; grep -E '^(Groups|Cap)' /proc/self/status; cd ";

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "nosuch",
                    "nobody:nosuch",
                    "nobody:daemon",
                    ":daemon",
                    "65534",
                    "nobody:1",
                    "::",
                    "nobody:nogroup:x"
                })
        void thatThereIsNotIsRefusedInTheReferencesWords(String user) {
            for (List<String> words : List.of(
                    List.of("--user=" + user, "a.db"),
                    List.of("--pidfile", "--user", user, "a.db"),
                    List.of("--foo", "--user=" + user, "a.db"))) {
                Outcome expected = clean(ProcessProgram.reference("ovsdb-server", folder.path()), words);
                assertThat(expected.status()).isNotZero();
                assertThat(clean(launcher, words)).as("%s", words).isEqualTo(expected);
            }
        }

        @Test
        void isForRootToChoose() {
            List<String> words = List.of("--user=nobody", "a.db");
            Outcome expected = clean(
                    ProcessProgram.reference("ovsdb-server", folder.path()).as("nobody"), words);
            assertThat(expected.message()).contains("only root");
            assertThat(clean(
                            ProcessProgram.launchedServer(folder.path(), readableClasses())
                                    .as("nobody"),
                            words))
                    .isEqualTo(expected);
        }

        /** Also the log file, where the user alone could not make it. */
        @ParameterizedTest
        @ValueSource(strings = {"nobody", "nobody:nogroup", "nobody:"})
        void isWhoTheServerRunsAs(String user) throws IOException {
            String classes = readableClasses();
            Files.createDirectory(folder.file("logs"));
            Tool.named("sh").output("-c", "chown nobody " + folder.path() + " " + folder.file("a.db"));
            List<String> words = List.of(
                    "--user=" + user,
                    "--log-file=" + folder.file("logs/log"),
                    "-vconsole:off",
                    "--pidfile",
                    "--remote=punix:s",
                    WHO + folder.path() + "; stat -c '%U %G %A %n' logs/log s *.pid .a.db.~lock~",
                    "a.db");
            Outcome expected = clean(ProcessProgram.reference("ovsdb-server", folder.path()), words);
            assertThat(expected.out()).startsWith("nobody\nnogroup\n");
            Files.delete(folder.file("logs/log"));
            assertThat(clean(ProcessProgram.launchedServer(folder.path(), classes), words))
                    .isEqualTo(expected);
        }

        /** The class path of this JVM in a place where everybody may read it. */
        private String readableClasses() {
            List<String> copies = new ArrayList<>();
            String copy = "";
            for (String entry : System.getProperty("java.class.path").split(":")) {
                Path place = folder.file("classes-" + copies.size());
                String name = entry.endsWith(".jar") ? place + ".jar" : place.toString();
                copies.add(name);
                copy += "[ ! -e " + entry + " ] || cp -rL " + entry + " " + name + "\n";
            }
            Tool.named("sh").output("-c", copy + "chmod -R a+rX " + folder.path());
            return String.join(":", copies);
        }
    }

    static boolean mayChangeTheUser() {
        return Tool.named("sh")
                .run("-c", "[ $(id -u) = 0 ] && setpriv --reuid=nobody --regid=nogroup --clear-groups true")
                .succeeded();
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
