/**
 * {@code ovsdb client}, which under the name {@code ovsdb-client} stands in for the reference program of that name: the same
 * verbs, arguments, output, messages and exit statuses.
 *
 * <p>Layer: the top of the command line. One class for each verb; {@link dev.ovsdb.cli.client.Verbs} lists them. Connections
 * are raw JSON-RPC, for the output shows what the server said and not what a model makes of it.
 */
@NullMarked
package dev.ovsdb.cli.client;

import org.jspecify.annotations.NullMarked;
