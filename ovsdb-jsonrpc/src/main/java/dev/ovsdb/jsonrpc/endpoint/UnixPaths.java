package dev.ovsdb.jsonrpc.endpoint;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/** Paths of Unix domain sockets in connection methods. */
final class UnixPaths {
    /** Where the distributions' packages of Open vSwitch have their sockets. */
    private static final String DEFAULT_RUN_DIRECTORY = "/var/run/openvswitch";

    private UnixPaths() {}

    static void check(String path) {
        if (path.isEmpty() || !isPath(path)) throw new ConnectionMethodException(path, "the path of a socket");
    }

    /** No system has paths with a NUL character, and none can write half a surrogate pair; some cannot write more than ASCII. */
    private static boolean isPath(String path) {
        try {
            resolve(DEFAULT_RUN_DIRECTORY, path);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** As the reference programs do: relative to {@code OVS_RUNDIR} if that is set, else to the packages' directory. */
    static Path resolve(String path) {
        String runDirectory = Objects.requireNonNullElse(System.getenv("OVS_RUNDIR"), "");
        return resolve(runDirectory.isEmpty() ? DEFAULT_RUN_DIRECTORY : runDirectory, path);
    }

    static Path resolve(String runDirectory, String path) {
        return Path.of(runDirectory).resolve(path);
    }
}
