/**
 * What the launcher runs once, after a build, to learn which classes a start needs.
 *
 * <p>Layer: beside the subcommands, used by none of them.
 */
@NullMarked
package dev.ovsdb.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
