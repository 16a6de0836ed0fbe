/**
 * Database files of the reference, as far as a client deals with them: a record written for {@code backup}, the records read
 * for {@code restore}.
 *
 * <p>Layer: beside {@code json}, above {@code dev.ovsdb.protocol}; knows no server.
 */
@NullMarked
package dev.ovsdb.cli.log;

import org.jspecify.annotations.NullMarked;
