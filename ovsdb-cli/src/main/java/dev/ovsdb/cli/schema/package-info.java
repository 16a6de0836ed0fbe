/**
 * Schemas as the reference's programs read them from files, order them and write them.
 *
 * <p>Layer: above {@code json}; used by the programs, knows none.
 */
@NullMarked
package dev.ovsdb.cli.schema;

import org.jspecify.annotations.NullMarked;
