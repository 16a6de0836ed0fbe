/**
 * Methods of a Java object as JSON-RPC methods: an object whose annotated methods answer a peer, and an interface whose
 * methods call one.
 *
 * <p>Layer: above {@code connection}. For small parameters and results only: they are mapped by Jackson's databind, which is
 * used nowhere else.
 */
@NullMarked
package dev.ovsdb.jsonrpc.service;

import org.jspecify.annotations.NullMarked;
