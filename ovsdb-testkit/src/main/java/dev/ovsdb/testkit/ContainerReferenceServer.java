package dev.ovsdb.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
        OvsdbContainer next = new OvsdbContainer(image, folder, plan, ports, log);
        next.start();
        container = next;
    }

    @Override
    void started(List<String> lines) {
        // The container has learnt its ports itself.
    }

    @Override
    String active(int index, Listen listen) {
        return container().active(index);
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
        running().kill();
    }

    @Override
    public void stop() {
        running().stop();
    }

    @Override
    public void pause() {
        running().pause();
    }

    @Override
    public void resume() {
        running().resume();
    }

    private OvsdbContainer running() {
        if (!isRunning()) throw new IllegalStateException("the server is not running: " + log);
        return container();
    }

    private OvsdbContainer container() {
        if (container == null) throw new IllegalStateException("the server was never started");
        return container;
    }
}
