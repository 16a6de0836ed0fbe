package dev.ovsdb.cli.client;

import dev.ovsdb.cli.table.TableStyle;
import dev.ovsdb.cli.tls.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the command line says besides verb and arguments.
 *
 * @param timeout after which the program ends; zero for never
 * @param changeAware whether to ask for notifications of changed databases; empty if the verb decides
 * @param pidfile where to write the process's id
 */
record ClientOptions(
        TableStyle style,
        boolean timestamp,
        boolean force,
        boolean leaderOnly,
        boolean overwritePidfile,
        Duration timeout,
        Optional<Boolean> changeAware,
        Optional<Path> pidfile,
        TlsFiles tls) {}
