package dev.ovsdb.testkit;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
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
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/**
 * A container that runs the reference {@code ovsdb-server}, for use with Testcontainers.
 *
 * <pre>{@code
 * try (var container = new OvsdbContainer("my/openvswitch:3.1").withSchema(json)) {
 *     container.start();
 *     connect(container.remote("tcp"));
 * }
 * }</pre>
 *
 * <p>The image must have {@code sh}, {@code ovsdb-server}, {@code ovsdb-tool} and {@code ovs-appctl}; {@code ci/ovs-image}
 * makes one from the installed packages. Where the engine has a bridge the container's ports are published; where it has
 * none, the container shares the host's network and listens on 127.0.0.1 alone.
 */
public class OvsdbContainer extends GenericContainer<OvsdbContainer> {
    /** Environment variable or system property with the name of the image to use. */
    public static final String IMAGE = "OVSDB_IMAGE";

    private static final String FOLDER = "/ovsdb";
    private static final int FIRST_PORT = 6640;
    private static final String READY = "(?s).*\\|ovsdb_server\\|INFO\\|ovsdb-server \\(.*";

    private final boolean bridged = DockerEngine.hasBridge();
    private final List<Listen> listens = new ArrayList<>(List.of(Listen.tcp()));
    private int databases;
    private boolean tls;
    private Ports ports = new Ports();
    private @Nullable ServerPlan plan; // Null: made of the fields above.

    /** A container of the {@link #defaultImage}. */
    public OvsdbContainer() {
        this(defaultImage());
    }

    /** A container of this image. */
    public OvsdbContainer(String image) {
        super(DockerImageName.parse(image));
        waitingFor(Wait.forLogMessage(READY, 1));
    }

    /** The container of a {@link ReferenceServer}: the folder is on this machine, and the ports are kept for a restart. */
    OvsdbContainer(String image, WorkFolder folder, ServerPlan plan, Ports ports) {
        this(image);
        this.plan = plan;
        this.ports = ports;
        withCreateContainerCmdModifier(command -> bind(command, folder));
    }

    /** The image that {@value #IMAGE} names, or else {@code ovsdb-server:local}, which {@code ci/ovs-image} makes. */
    public static String defaultImage() {
        String fromEnvironment = System.getenv().getOrDefault(IMAGE, "ovsdb-server:local");
        return System.getProperty(IMAGE, fromEnvironment);
    }

    /** Adds an empty database with this schema, as JSON. */
    public OvsdbContainer withSchema(String json) {
        return withCopyToContainer(Transferable.of(json), FOLDER + "/" + ServerPlan.schemaFile(databases++));
    }

    /** Adds an empty database with the schema of this file. */
    public OvsdbContainer withSchema(Path file) {
        return withCopyFileToContainer(
                MountableFile.forHostPath(file, 0644), FOLDER + "/" + ServerPlan.schemaFile(databases++));
    }

    /** Listens with TLS too, under this identity, and asks clients for a certificate of the PKI's authority. */
    public OvsdbContainer withTls(ReferencePki pki, Identity identity) {
        tls = true;
        listens.add(Listen.ssl());
        copyIn(identity.privateKey(), ServerPlan.PRIVATE_KEY);
        copyIn(identity.certificate(), ServerPlan.CERTIFICATE);
        return copyIn(pki.authority(), ServerPlan.AUTHORITY);
    }

    /**
     * The connection method by which a client on this machine reaches the started container.
     *
     * @param name {@code "tcp"}, or {@code "ssl"} after {@link #withTls}
     */
    public String remote(String name) {
        List<Listen> all = plan().listens();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(name)) return active(i, all.get(i));
        }
        throw new IllegalArgumentException("no listener \"" + name + "\" in this container");
    }

    /** Sends a command through the server's control socket and returns the answer; throws with it if that is an error. */
    public String appctl(String command, String... arguments) {
        List<String> line = new ArrayList<>(List.of("ovs-appctl", "-t", ServerPlan.controlSocket(FOLDER), command));
        line.addAll(List.of(arguments));
        return run(line);
    }

    String ovsdbTool(String command, String fileName) {
        return run(List.of("ovsdb-tool", command, FOLDER + "/" + fileName));
    }

    String active(int index, Listen listen) {
        return bridged ? listen.active(getHost(), ports.port(index)) : listen.active(ports.port(index));
    }

    @Override
    protected void configure() {
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
        for (int i = 0; i < plan().listens().size(); i++) {
            if (!plan().listens().get(i).isUnix()) ports.set(i, getMappedPort(FIRST_PORT + i));
        }
    }

    private static void bind(CreateContainerCmd command, WorkFolder folder) {
        requireNonNull(command.getHostConfig()).withBinds(new Bind(folder.path().toString(), new Volume(FOLDER)));
        command.withUser(folder.owner()); // Or we could not delete the server's files.
    }

    private void publish() {
        for (int i = 0; i < plan().listens().size(); i++) {
            if (plan().listens().get(i).isUnix()) continue;
            if (ports.knows(i)) addFixedExposedPort(ports.port(i), FIRST_PORT + i);
            else addExposedPort(FIRST_PORT + i);
        }
    }

    private void setCommand(CreateContainerCmd command) {
        command.withEntrypoint("sh").withCmd("-c", script());
    }

    /** Makes the databases that do not exist yet, then becomes the server, so that signals to the container reach it. */
    private String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < plan().databases(); i++) {
            String file = FOLDER + "/" + ServerPlan.databaseFile(i);
            String schema = FOLDER + "/" + ServerPlan.schemaFile(i);
            script.append("[ -e %s ] || ovsdb-tool create %s %s || exit 1; ".formatted(file, file, schema));
        }
        List<String> arguments = bridged
                ? plan().arguments(FOLDER, i -> plan().listens().get(i).passiveAnywhere(FIRST_PORT + i))
                : plan().arguments(FOLDER, ports);
        return script.append("exec ovsdb-server ").append(quoted(arguments)).toString();
    }

    private ServerPlan plan() {
        return plan != null ? plan : new ServerPlan(listens, List.of(), List.of(), tls, databases);
    }

    private OvsdbContainer copyIn(Path file, String name) {
        return withCopyFileToContainer(MountableFile.forHostPath(file, 0644), FOLDER + "/" + name);
    }

    private String run(List<String> command) {
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

    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
