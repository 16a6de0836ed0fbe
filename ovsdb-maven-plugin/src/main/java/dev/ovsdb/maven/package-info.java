/**
 * The goal {@code ovsdb:generate}: Java types from schemas, made anew only when something has changed.
 *
 * <p>Layer: a tool above {@code dev.ovsdb.codegen}. Nothing here is an API.
 */
@NullMarked
package dev.ovsdb.maven;

import org.jspecify.annotations.NullMarked;
