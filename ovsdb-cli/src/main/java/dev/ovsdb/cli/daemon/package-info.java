/**
 * What makes a program a daemon: its pidfile, the signals that end it, and the word to the launcher that it is ready.
 *
 * <p>Layer: knows nothing of OVSDB. What a JVM cannot do, running in the background, the launcher does.
 */
@NullMarked
package dev.ovsdb.cli.daemon;

import org.jspecify.annotations.NullMarked;
