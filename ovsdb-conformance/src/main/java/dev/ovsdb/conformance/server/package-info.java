/**
 * Plays cases against a server.
 *
 * <p>Layer: above {@code suite}, {@code match} and {@code wire}; one thread, that of whoever runs the kit.
 */
@NullMarked
package dev.ovsdb.conformance.server;

import org.jspecify.annotations.NullMarked;
