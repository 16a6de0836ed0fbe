/**
 * Database schemas (RFC 7047, section 3.2): what a database may hold, read from and printed as JSON, compared, and cut down
 * to the tables and columns that a program uses.
 *
 * <p>Layer: above {@code dev.ovsdb.protocol.json}, with {@code dev.ovsdb.protocol} as one unit: a value is read by its
 * column's type, and a type's enumeration is a value. Schemas are immutable; a changed schema is another instance.
 */
@NullMarked
package dev.ovsdb.protocol.schema;

import org.jspecify.annotations.NullMarked;
