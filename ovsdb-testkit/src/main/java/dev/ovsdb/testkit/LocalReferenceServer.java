package dev.ovsdb.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An {@code ovsdb-server} process on this machine, or another program with its options, log and control socket. */
final class LocalReferenceServer extends FolderServer {
    private final List<String> program;
    private final Ports ports = new Ports();
    private @Nullable Daemon process;

    private LocalReferenceServer(List<String> program, WorkFolder folder, ServerPlan plan, @Nullable Tls tls) {
        super(folder, plan, tls);
        this.program = program;
    }

    static ReferenceServer start(List<String> program, WorkFolder folder, ServerPlan plan, @Nullable Tls tls) {
        LocalReferenceServer server = new LocalReferenceServer(program, folder, plan, tls);
        server.open();
        return server;
    }

    @Override
    void launch() {
        for (int i = 0; i < plan.databases(); i++) create(i);
        List<String> command = new ArrayList<>(program);
        command.addAll(plan.arguments(folder.path().toString(), ports));
        process = Daemon.start(command, log);
    }

    private void create(int index) {
        Path file = folder.file(ServerPlan.databaseFile(index));
        if (Files.exists(file)) return;
        Path schema = folder.file(ServerPlan.schemaFile(index));
        Tool.named("ovsdb-tool").output("create", file.toString(), schema.toString());
    }

    @Override
    void started(List<String> lines) {
        ports.learn(lines);
    }

    @Override
    String active(int index, Listen listen) {
        return listen.active(ports.port(index));
    }

    @Override
    String ovsdbTool(String command, String fileName) {
        return Tool.named("ovsdb-tool").output(command, folder.file(fileName).toString());
    }

    @Override
    public String appctl(String command, String... arguments) {
        List<String> line = new ArrayList<>(
                List.of("-t", ServerPlan.controlSocket(folder.path().toString()), command));
        line.addAll(List.of(arguments));
        return Tool.named("ovs-appctl").output(line.toArray(String[]::new));
    }

    @Override
    public boolean isRunning() {
        return process != null && process.isAlive();
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
        running().signal("STOP");
    }

    @Override
    public void resume() {
        running().signal("CONT");
    }

    private Daemon running() {
        if (process == null || !process.isAlive()) throw new IllegalStateException("the server is not running: " + log);
        return process;
    }
}
