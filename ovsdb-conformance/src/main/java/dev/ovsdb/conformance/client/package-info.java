/**
 * Plays a server by a script, and judges the client that connects to it.
 *
 * <p>Layer: above {@code suite}, {@code match} and {@code wire}; one thread, that of whoever runs the kit.
 */
@NullMarked
package dev.ovsdb.conformance.client;

import org.jspecify.annotations.NullMarked;
