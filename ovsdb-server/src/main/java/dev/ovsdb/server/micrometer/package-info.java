/**
 * The server's figures as Micrometer's meters. Nothing else in the library needs this package, and only who uses it needs
 * {@code io.micrometer:micrometer-core}, an optional dependency.
 *
 * <p>Layer: above {@code engine} and the server; below nothing.
 */
@NullMarked
package dev.ovsdb.server.micrometer;

import org.jspecify.annotations.NullMarked;
