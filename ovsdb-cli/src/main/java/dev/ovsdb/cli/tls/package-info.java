/**
 * The options of TLS that commands share.
 *
 * <p>Layer: below the subcommands; above the TLS options of {@code jsonrpc}.
 */
@NullMarked
package dev.ovsdb.cli.tls;

import org.jspecify.annotations.NullMarked;
