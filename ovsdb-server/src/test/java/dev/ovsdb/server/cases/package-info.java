/**
 * What the reference answers to requests, as files: transactions with the result of each, run on our engine and on the real
 * server. A new case is a few lines in a file of {@code src/test/resources}.
 *
 * <p>A file has cases, each begun by {@code == NAME} on an empty database of {@code cases.ovsschema}; a line {@code >} is the
 * parameters of {@code transact}, the line {@code <} below it the result, or {@code error} and the reply's error. Rows and sets
 * are put in an order, members sorted, reals have 15 digits; UUIDs that no request of the case names are numbered as they come.
 */
@NullMarked
package dev.ovsdb.server.cases;

import org.jspecify.annotations.NullMarked;
