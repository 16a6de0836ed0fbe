package dev.ovsdb.client.conversation;

import java.time.Duration;

/**
 * How long calls may take; zero means for ever.
 *
 * @param connect one attempt: name, transport, TLS and negotiation
 * @param firstConnect the whole of the first connect, over all remotes and rounds
 * @param transact a transaction, from its request
 * @param download contents and schemas, from the last byte that arrived
 * @param other every other call, from its request
 */
public record Timeouts(Duration connect, Duration firstConnect, Duration transact, Duration download, Duration other) {}
