package dev.ovsdb.testkit.fault;

import java.util.Optional;

/**
 * A JSON-RPC message on its way through the proxy.
 *
 * @param direction where it goes
 * @param number of its direction of its connection: the first is 1
 * @param text as it came, well-formed or not
 * @param method its own, or of a reply that of the request that it answers; empty if there is none, or it is not known: requests are
 *     known that passed while the proxy had something to look for
 * @param isReply whether it answers a request
 */
public record ProxiedMessage(Direction direction, long number, String text, Optional<String> method, boolean isReply) {}
