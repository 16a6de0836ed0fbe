package dev.ovsdb.idl;

import java.util.concurrent.CompletableFuture;

/**
 * Conditions that were set.
 *
 * @param sequence {@link Idl#conditionSequence} is this, or more, once the contents are by these conditions
 * @param applied completes then: normally, or with {@code RemoteErrorException} if the server refused them (the old ones stay), with
 *     {@code IllegalStateException} if it knows no conditions, with {@code CancellationException} if the replica was closed
 */
public record ConditionChange(long sequence, CompletableFuture<Void> applied) {}
