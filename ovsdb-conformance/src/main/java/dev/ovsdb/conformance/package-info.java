/**
 * The conformance kit: judges servers and clients of OVSDB by what they say on the wire.
 *
 * <p>Layer: above {@code jsonrpc}, of which it takes transports, TLS and JSON values; knows neither our client nor our server,
 * nor a test framework. This package is what users call; cases are read in {@code suite}, compared in {@code match}, played in
 * {@code server} and {@code client}, and told in {@code report}.
 */
@NullMarked
package dev.ovsdb.conformance;

import org.jspecify.annotations.NullMarked;
