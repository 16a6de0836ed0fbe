/**
 * Brings what a server tells of a database into the store: which requests are made for what is wanted, how contents and updates are
 * taken in, and what is done when they do not fit.
 *
 * <p>Layer: above {@code store} and {@code interest}, below the API. Confined to the session's event loop where nothing else is said.
 */
@NullMarked
package dev.ovsdb.idl.feed;

import org.jspecify.annotations.NullMarked;
