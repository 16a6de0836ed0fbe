/**
 * Database files of the reference's standalone format: read, verified, written, locked, and kept by {@link
 * dev.ovsdb.server.file.FileStorage} for an engine.
 *
 * <p>Layer: above {@code storage}, whose SPI it implements; beside the engine, which knows only that SPI. Everything that touches
 * a disk goes through {@link dev.ovsdb.server.file.FileSystem}, so that tests can break it.
 *
 * <p>A file is a series of records, each a header line {@code OVSDB JSON <length> <sha1>} and JSON of exactly that length. The
 * first one is the schema, each further one a transaction. A record is good if it is whole and its hash is right; what follows
 * the last good one is never overwritten before it was either found to be a record cut short or put aside.
 */
@NullMarked
package dev.ovsdb.server.file;

import org.jspecify.annotations.NullMarked;
