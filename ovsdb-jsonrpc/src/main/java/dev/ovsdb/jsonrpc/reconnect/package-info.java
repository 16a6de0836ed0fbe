/**
 * When and where to connect next: back-off and the order of endpoints, as pure state machines.
 *
 * <p>Layer: above {@code endpoint} and {@code time}. Nothing here connects, sleeps or looks at a clock; whoever uses it
 * does.
 */
@NullMarked
package dev.ovsdb.jsonrpc.reconnect;

import org.jspecify.annotations.NullMarked;
