package dev.ovsdb.cli.server;

import dev.ovsdb.server.remote.TlsFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line says.
 *
 * @param files the databases, as they were named
 * @param remotes the connection methods, each once, in the order given
 * @param control where the control socket is to be; empty for none
 * @param pidfile where to write the process's id
 * @param run the command to be run beside the server, which ends with it
 * @param differences whether to write differences of columns to the files
 */
record ServerOptions(
        List<String> files,
        List<String> remotes,
        Optional<Path> control,
        Optional<Path> pidfile,
        boolean overwritePidfile,
        Optional<String> run,
        boolean differences,
        TlsFiles tls) {
    ServerOptions {
        files = List.copyOf(files);
        remotes = List.copyOf(remotes);
    }

    /** The same with other databases and remotes. */
    ServerOptions serving(List<String> otherFiles, List<String> otherRemotes) {
        return new ServerOptions(otherFiles, otherRemotes, control, pidfile, overwritePidfile, run, differences, tls);
    }
}
