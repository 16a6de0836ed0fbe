/**
 * What a transaction is made of and what comes back (RFC 7047, sections 4.1.3 and 5.2): operations, conditions and
 * mutations; results and errors.
 *
 * <p>Layer: above the values and the schema, below {@code rpc}. Everything is immutable and needs neither a session nor a
 * schema; a schema sharpens reading and makes it possible to validate before anything is sent.
 */
@NullMarked
package dev.ovsdb.protocol.operation;

import org.jspecify.annotations.NullMarked;
