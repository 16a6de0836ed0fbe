package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a process and a container have in common: a folder on this machine that holds all of the server's files. */
abstract class FolderServer implements ReferenceServer {
    /** How long a server may take to start: ample, since it is waited for in full only when it fails. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The log line that follows when databases are read and all listeners are open. */
    private static final Predicate<String> READY = line -> line.contains("|ovsdb_server|INFO|ovsdb-server (");

    final WorkFolder folder;
    final ServerPlan plan;
    final ServerLog log = new ServerLog();
    private final @Nullable Tls tls;
    private final Map<String, Path> files = new LinkedHashMap<>(); // By database name, filled at the first start.

    FolderServer(WorkFolder folder, ServerPlan plan, @Nullable Tls tls) {
        this.folder = folder;
        this.plan = plan;
        this.tls = tls;
    }

    /** Starts the program with a log that ends up in {@link #log}; need not wait for it to be ready. */
    abstract void launch();

    /** Runs {@code ovsdb-tool} on a file of the folder. */
    abstract String ovsdbTool(String command, String fileName);

    /** Launches and waits until clients can connect; on failure all is closed. */
    final void open() {
        try {
            launchAndAwait();
            for (int i = 0; i < plan.databases(); i++) {
                String file = ServerPlan.databaseFile(i);
                files.put(ovsdbTool("db-name", file), folder.file(file));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void launchAndAwait() {
        int mark = log.mark();
        launch();
        log.await(mark, READY, PATIENCE);
        started(log.from(mark));
    }

    /** Learns from the log of a start what only the server knows. */
    abstract void started(List<String> log);

    @Override
    public final void restart() {
        if (isRunning()) stop();
        launchAndAwait();
    }

    @Override
    public final String remote(String name) {
        for (int i = 0; i < plan.listens().size(); i++) {
            if (plan.listens().get(i).name().equals(name)) return remote(i);
        }
        List<String> names = plan.listens().stream().map(Listen::name).toList();
        throw new IllegalArgumentException("no listener \"" + name + "\": this server listens on " + names);
    }

    private String remote(int index) {
        Listen listen = plan.listens().get(index);
        return listen.isUnix() ? "unix:" + ServerPlan.socket(folder.path().toString()) : active(index, listen);
    }

    /** The connection method of a TCP listener. */
    abstract String active(int index, Listen listen);

    @Override
    public final List<String> remotes() {
        List<String> remotes = new ArrayList<>();
        for (int i = 0; i < plan.listens().size(); i++) remotes.add(remote(i));
        return List.copyOf(remotes);
    }

    @Override
    public final ReferencePki pki() {
        if (tls == null) throw new IllegalStateException("this server speaks no TLS: its builder was not told ssl()");
        return tls.pki();
    }

    @Override
    public final List<String> databases() {
        return List.copyOf(files.keySet());
    }

    @Override
    public final Path databaseFile(String database) {
        Path file = files.get(database);
        if (file == null) throw new IllegalArgumentException("no database \"" + database + "\" among " + databases());
        return file;
    }

    @Override
    public final Path databaseFile() {
        if (files.size() != 1) throw new IllegalStateException("which one of the databases " + databases() + "?");
        return files.values().iterator().next();
    }

    @Override
    public final ServerLog log() {
        return log;
    }

    @Override
    public final void close() {
        if (isRunning()) kill();
        folder.close();
        if (tls != null) tls.close();
    }
}
