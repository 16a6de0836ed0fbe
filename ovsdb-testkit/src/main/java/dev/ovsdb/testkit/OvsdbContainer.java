package dev.ovsdb.testkit;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/**
 * A container that runs the reference {@code ovsdb-server}, for use with Testcontainers; {@link LocalOvsdbServer} is the same without one.
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
public class OvsdbContainer extends ServerContainer<OvsdbContainer> implements StartableServer<OvsdbContainer> {
    /** Environment variable or system property with the name of the image to use. */
    public static final String IMAGE = "OVSDB_IMAGE";

    private final List<Listen> listens = new ArrayList<>(List.of(Listen.tcp()));
    private int databases;
    private boolean tls;
    private @Nullable ServerPlan plan; // Null: made of the fields above.

    /** A container of the {@link #defaultImage}. */
    public OvsdbContainer() {
        this(defaultImage());
    }

    /** A container of this image. */
    public OvsdbContainer(String image) {
        this(image, new ServerLog());
    }

    private OvsdbContainer(String image, ServerLog log) {
        super(image, log);
        waitingFor(Wait.forLogMessage(READY, 1));
    }

    /** The container of a {@link ReferenceServer}: the folder is on this machine, and the ports are kept for a restart. */
    OvsdbContainer(String image, WorkFolder folder, ServerPlan plan, Ports ports, ServerLog log) {
        this(image, log);
        this.plan = plan;
        keepPorts(ports);
        withCreateContainerCmdModifier(command -> bind(command, folder));
    }

    /** The image that {@value #IMAGE} names, or else {@code ovsdb-server:local}, which {@code ci/ovs-image} makes. */
    public static String defaultImage() {
        String fromEnvironment = System.getenv().getOrDefault(IMAGE, "ovsdb-server:local");
        return System.getProperty(IMAGE, fromEnvironment);
    }

    @Override
    public OvsdbContainer withSchema(String json) {
        return withCopyToContainer(Transferable.of(json), FOLDER + "/" + ServerPlan.schemaFile(databases++));
    }

    @Override
    public OvsdbContainer withSchema(Path file) {
        return copyIn(file, ServerPlan.schemaFile(databases++));
    }

    @Override
    public OvsdbContainer withTls(ReferencePki pki, Identity identity) {
        tls = true;
        listens.add(Listen.ssl());
        return certificates(pki, identity);
    }

    /**
     * The connection method by which a client on this machine reaches the started container.
     *
     * @param name {@code "tcp"}, or {@code "ssl"} after {@link #withTls}
     */
    @Override
    public String remote(String name) {
        List<String> names = listens().stream().map(Listen::name).toList();
        int index = names.indexOf(name);
        if (index < 0) throw new IllegalArgumentException("no listener \"" + name + "\": this container has " + names);
        return active(index);
    }

    @Override
    public List<String> remotes() {
        return listens().stream().map(listen -> remote(listen.name())).toList();
    }

    @Override
    public List<String> databases() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < plan().databases(); i++) names.add(ovsdbTool("db-name", ServerPlan.databaseFile(i)));
        return names;
    }

    @Override
    public String appctl(String command, String... arguments) {
        return run(List.of("ovs-appctl", "-t", ServerPlan.controlSocket(FOLDER), command), arguments);
    }

    String ovsdbTool(String command, String fileName) {
        return run(List.of("ovsdb-tool", command, FOLDER + "/" + fileName));
    }

    @Override
    public void pause() {
        signal("SIGSTOP");
    }

    @Override
    public void resume() {
        signal("SIGCONT");
    }

    private void signal(String name) {
        getDockerClient().killContainerCmd(getContainerId()).withSignal(name).exec();
    }

    private static void bind(CreateContainerCmd command, WorkFolder folder) {
        requireNonNull(command.getHostConfig()).withBinds(new Bind(folder.path().toString(), new Volume(FOLDER)));
        command.withUser(folder.owner()); // Or we could not delete the server's files.
    }

    @Override
    List<Listen> listens() {
        return plan().listens();
    }

    /** Makes the databases that do not exist yet, then becomes the server. */
    @Override
    String script() {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < plan().databases(); i++) {
            String file = FOLDER + "/" + ServerPlan.databaseFile(i);
            String schema = FOLDER + "/" + ServerPlan.schemaFile(i);
            script.append("[ -e %s ] || ovsdb-tool create %s %s || exit 1; ".formatted(file, file, schema));
        }
        return script.append("exec ovsdb-server ")
                .append(quoted(plan().arguments(FOLDER, this::passive)))
                .toString();
    }

    private ServerPlan plan() {
        return plan != null ? plan : new ServerPlan(listens, List.of(), List.of(), tls, databases);
    }
}
