package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The installed {@code ovsdb-server} as a process, in the words of {@link OvsdbContainer}. It listens on TCP and on a Unix socket.
 *
 * <pre>{@code
 * try (var server = new LocalOvsdbServer().withSchema(json)) {
 *     server.start();
 *     connect(server.remote("tcp"));
 * }
 * }</pre>
 *
 * <p>{@link ReferenceServer#builder} has more to choose from.
 */
public final class LocalOvsdbServer implements StartableServer<LocalOvsdbServer> {
    private final ReferenceServerBuilder plan = ReferenceServer.builder().tcp().unix();
    private @Nullable ReferenceServer server;

    @Override
    public LocalOvsdbServer withSchema(String json) {
        requireNew();
        plan.schema(json);
        return this;
    }

    @Override
    public LocalOvsdbServer withSchema(Path file) {
        requireNew();
        plan.schema(file);
        return this;
    }

    @Override
    public LocalOvsdbServer withTls(ReferencePki pki, Identity identity) {
        requireNew();
        plan.ssl(pki, identity);
        return this;
    }

    private void requireNew() {
        if (server != null) throw new IllegalStateException("the server was started already");
    }

    /**
     * Starts it; one that has ended gets its ports and files back. Skips, or fails, the calling test if the programs are missing: see
     * {@link Peers}.
     */
    @Override
    public void start() {
        if (server == null) server = plan.start();
        else if (!server.isRunning()) server.restart();
    }

    /** Ends the server in order and starts it again, on the same ports and files. */
    public void restart() {
        server().restart();
    }

    @Override
    public String remote(String name) {
        return server().remote(name);
    }

    @Override
    public List<String> remotes() {
        return server().remotes();
    }

    @Override
    public ReferencePki pki() {
        return server().pki();
    }

    @Override
    public List<String> databases() {
        return server().databases();
    }

    @Override
    public ServerLog log() {
        return server().log();
    }

    @Override
    public String appctl(String command, String... arguments) {
        return server().appctl(command, arguments);
    }

    @Override
    public boolean isRunning() {
        return server != null && server.isRunning();
    }

    @Override
    public void kill() {
        server().kill();
    }

    /** Ends it in order (SIGTERM); its files stay until {@link #close}. */
    @Override
    public void stop() {
        if (isRunning()) server().stop();
    }

    @Override
    public void pause() {
        server().pause();
    }

    @Override
    public void resume() {
        server().resume();
    }

    @Override
    public void close() {
        if (server != null) server.close();
    }

    private ReferenceServer server() {
        if (server == null) throw new IllegalStateException("the server was never started");
        return server;
    }
}
