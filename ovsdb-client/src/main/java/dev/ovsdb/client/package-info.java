/**
 * A client of any OVSDB server: one {@link dev.ovsdb.client.OvsdbClient} with every method of RFC 7047 and of Open
 * vSwitch's extensions.
 *
 * <p>Layer: above {@code protocol} (values and their JSON) and {@code jsonrpc} (connections); below {@code idl} and
 * {@code cli}. This package and its exported sub-packages are what programs see; the session behind them is in
 * {@code session}. No public signature names a type of Netty or of a JSON library.
 *
 * <p>Futures complete and listeners run on the session's event loop, one at a time and in wire order. Nothing there may
 * block: the blocking twins throw at once when called on an event loop.
 */
@NullMarked
package dev.ovsdb.client;

import org.jspecify.annotations.NullMarked;
