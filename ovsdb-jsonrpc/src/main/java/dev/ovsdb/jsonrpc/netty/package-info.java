/**
 * The transport SPI on Netty: TCP, TLS and Unix domain sockets, on NIO or, when its library is there, on epoll.
 *
 * <p>Layer: above {@code transport}, {@code endpoint} and {@code tls}; the only package that knows Netty's channels. What
 * blocks (resolving names, reading key files, looking at socket files) runs on an executor of its own, all else on the
 * event loop that owns the channel.
 */
@NullMarked
package dev.ovsdb.jsonrpc.netty;

import org.jspecify.annotations.NullMarked;
