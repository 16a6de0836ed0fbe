package dev.ovsdb.testkit;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * What containers of OVSDB servers have in common: a script that becomes the server, ports that are published where the engine has a
 * bridge and otherwise chosen on the host's loopback, certificates that are copied in, and a log.
 *
 * @param <S> the type itself
 */
abstract class ServerContainer<S extends ServerContainer<S>> extends GenericContainer<S> {
    static final String FOLDER = "/ovsdb";

    /** The log line that follows when databases are read and all listeners are open. */
    static final String READY = "(?s).*\\|ovsdb_server\\|INFO\\|ovsdb-server \\(.*";

    private static final int FIRST_PORT = 6640;

    private final boolean bridged = DockerEngine.hasBridge();
    private final ServerLog log;
    private @Nullable ReferencePki pki;
    private Ports ports = new Ports();

    ServerContainer(String image, ServerLog log) {
        super(DockerImageName.parse(image));
        this.log = log;
        withLogConsumer(this::logged);
    }

    /** What the servers within listen on, by index. */
    abstract List<Listen> listens();

    /** What the container runs: it ends by becoming a server, so that signals to the container reach it. */
    abstract String script();

    final void keepPorts(Ports known) {
        ports = known;
    }

    /** The connection method for the server's own listener with this index. */
    final String passive(int index) {
        Listen listen = listens().get(index);
        return bridged ? listen.passiveAnywhere(FIRST_PORT + index) : listen.passive(ports.argument(index));
    }

    /** The connection method by which a client on this machine reaches a listener. */
    final String active(int index) {
        Listen listen = listens().get(index);
        return bridged ? listen.active(getHost(), ports.port(index)) : listen.active(ports.port(index));
    }

    final S certificates(ReferencePki authority, Identity identity) {
        pki = authority;
        copyIn(identity.privateKey(), ServerPlan.PRIVATE_KEY);
        copyIn(identity.certificate(), ServerPlan.CERTIFICATE);
        return copyIn(authority.authority(), ServerPlan.AUTHORITY);
    }

    final S copyIn(Path file, String name) {
        return withCopyFileToContainer(MountableFile.forHostPath(file, 0644), FOLDER + "/" + name);
    }

    /** The certificates that it was given. Throws {@link IllegalStateException} if it speaks no TLS. */
    public ReferencePki pki() {
        if (pki == null) throw new IllegalStateException("this container speaks no TLS: it was not told withTls(...)");
        return pki;
    }

    /** What the programs within wrote to their logs. */
    public ServerLog log() {
        return log;
    }

    /** True between start and end; a paused container is running. */
    @Override
    public boolean isRunning() {
        return super.isRunning();
    }

    /** Ends the container at once (SIGKILL), and removes it with its files. */
    public void kill() {
        super.stop();
    }

    /** Ends the container in order (SIGTERM), and removes it with its files. */
    @Override
    public void stop() {
        if (isRunning()) getDockerClient().stopContainerCmd(getContainerId()).exec();
        super.stop();
    }

    /** Ends the container, in whatever state it is, and removes it with its files. */
    @Override
    public void close() {
        kill();
    }

    @Override
    protected void configure() {
        log.begin();
        if (bridged) publish();
        else withNetworkMode("host");
        withCreateContainerCmdModifier(this::setCommand);
    }

    @Override
    protected void containerIsStarted(InspectContainerResponse started) {
        if (!bridged) {
            ports.learn(getLogs().lines().toList());
            return;
        }
        for (int i = 0; i < listens().size(); i++) {
            if (!listens().get(i).isUnix()) ports.set(i, getMappedPort(FIRST_PORT + i));
        }
    }

    private void publish() {
        for (int i = 0; i < listens().size(); i++) {
            if (listens().get(i).isUnix()) continue;
            if (ports.knows(i)) addFixedExposedPort(ports.port(i), FIRST_PORT + i);
            else addExposedPort(FIRST_PORT + i);
        }
    }

    private void setCommand(CreateContainerCmd command) {
        command.withEntrypoint("sh").withCmd("-c", script());
    }

    private void logged(OutputFrame frame) {
        if (frame.getType() == OutputFrame.OutputType.END) log.end();
        else frame.getUtf8StringWithoutLineEnding().lines().forEach(log::add);
    }

    /** Runs a program within and returns what it prints; throws if it does not succeed. */
    final String run(List<String> command) {
        try {
            ExecResult result = execInContainer(command.toArray(String[]::new));
            if (result.getExitCode() != 0) throw new IllegalStateException(command + ": " + result);
            return result.getStdout().stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        }
    }

    final String run(List<String> command, String... more) {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(more));
        return run(line);
    }

    static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
