package dev.ovsdb.testkit;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.output.OutputFrame;

/**
 * An {@code ovsdb-server} in a container whose files, sockets included, are in a folder of this machine.
 *
 * <p>Each start is a container of its own on the ports of the one before.
 */
final class ContainerReferenceServer extends FolderServer {
    private final String image;
    private final Ports ports = new Ports();
    private @Nullable OvsdbContainer container;

    private ContainerReferenceServer(String image, WorkFolder folder, ServerPlan plan, @Nullable Tls tls) {
        super(folder, plan, tls);
        this.image = image;
    }

    static ReferenceServer start(String image, WorkFolder folder, ServerPlan plan, @Nullable Tls tls) {
        ContainerReferenceServer server = new ContainerReferenceServer(image, folder, plan, tls);
        server.open();
        return server;
    }

    @Override
    void launch() {
        log.begin();
        OvsdbContainer next = new OvsdbContainer(image, folder, plan, ports).withLogConsumer(this::logged);
        next.start();
        container = next;
    }

    @Override
    void started(List<String> lines) {
        // The container has learnt its ports itself.
    }

    @Override
    String active(int index, Listen listen) {
        return container().active(index, listen);
    }

    @Override
    String ovsdbTool(String command, String fileName) {
        return running().ovsdbTool(command, fileName);
    }

    @Override
    public String appctl(String command, String... arguments) {
        return running().appctl(command, arguments);
    }

    @Override
    public boolean isRunning() {
        return container != null && container.isRunning();
    }

    @Override
    public void kill() {
        running().stop(); // Which is Testcontainers' word for SIGKILL and removal.
    }

    @Override
    public void stop() {
        OvsdbContainer stopping = running();
        docker().stopContainerCmd(stopping.getContainerId()).exec();
        stopping.stop();
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
        docker().killContainerCmd(running().getContainerId()).withSignal(name).exec();
    }

    private DockerClient docker() {
        return container().getDockerClient();
    }

    private OvsdbContainer running() {
        if (!isRunning()) throw new IllegalStateException("the server is not running: " + log);
        return container();
    }

    private OvsdbContainer container() {
        if (container == null) throw new IllegalStateException("the server was never started");
        return container;
    }

    private void logged(OutputFrame frame) {
        if (frame.getType() == OutputFrame.OutputType.END) log.end();
        else frame.getUtf8StringWithoutLineEnding().lines().forEach(log::add);
    }
}
