/**
 * {@code ovsdb tool}, also installed as {@code ovsdb-tool}: works on database files and schema files without a server.
 *
 * <p>Layer: above {@code dev.ovsdb.server.file} and the engine's store and transactions; beside {@code client}. Options, output, exit
 * status and messages are those of the reference's {@code ovsdb-tool}; what differs is listed in {@code docs/tool.md}.
 */
@NullMarked
package dev.ovsdb.cli.tool;

import org.jspecify.annotations.NullMarked;
