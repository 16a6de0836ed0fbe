package dev.ovsdb.conformance;

import dev.ovsdb.conformance.client.ClientProcess;

/**
 * Starts the client that is judged: once for each case, for a server that the kit plays. The client should follow the kit's first
 * database ({@link Conformance#databases()}), at least one table of it, and stay until it is ended.
 */
@FunctionalInterface
public interface ClientStarter {
    /** For a client that connects by itself, and again after the end of each case. */
    ClientStarter BY_ITSELF = remote -> () -> {};

    /**
     * Starts it. Called by the thread that runs the kit; returns without waiting for what the client does.
     *
     * @param remote where to connect to, such as {@code tcp:127.0.0.1:41477}
     * @return what ends it, behind the case
     * @throws Exception if it cannot be started: then the case fails with this message
     */
    AutoCloseable start(String remote) throws Exception;

    /**
     * Starts a process by a line for {@code sh}, and ends it by SIGTERM. What it prints is thrown away.
     *
     * @param command in which {@code {remote}} stands for the remote
     */
    static ClientStarter command(String command) {
        return remote -> ClientProcess.start(command.replace("{remote}", remote));
    }
}
