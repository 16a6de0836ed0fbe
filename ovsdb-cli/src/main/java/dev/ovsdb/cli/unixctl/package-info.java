/**
 * The control socket by which {@code ovs-appctl} talks to a running program: JSON-RPC with a command's words as parameters and
 * a text as result.
 *
 * <p>Layer: on {@code jsonrpc}; knows nothing of OVSDB. Commands are run on the socket's event loop and must not block: what
 * lasts answers later.
 */
@NullMarked
package dev.ovsdb.cli.unixctl;

import org.jspecify.annotations.NullMarked;
