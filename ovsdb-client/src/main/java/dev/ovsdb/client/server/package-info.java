/**
 * What a session wants of a server before it stays: leadership, the right cluster, fresh data. Judged by the {@code
 * _Server} database (WIRE E47).
 *
 * <p>Layer: internal; above {@code conversation}, below {@code session}.
 */
@NullMarked
package dev.ovsdb.client.server;

import org.jspecify.annotations.NullMarked;
