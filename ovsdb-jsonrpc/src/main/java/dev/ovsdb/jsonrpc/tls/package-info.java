/**
 * TLS options as a value: whose certificates are shown and believed, and which protocols and ciphers are spoken.
 *
 * <p>Layer: beside {@code endpoint}; the transports in {@code netty} act on it. Reading key files and translating
 * OpenSSL's cipher lists happens here; no socket is opened and no thread is started.
 */
@NullMarked
package dev.ovsdb.jsonrpc.tls;

import org.jspecify.annotations.NullMarked;
