package dev.ovsdb.client.subscription;

import dev.ovsdb.protocol.monitor.MonitorConditions;
import java.util.concurrent.CompletableFuture;

/**
 * Conditions that the server has not acknowledged.
 *
 * @param done completes when they count
 */
record ConditionChange(MonitorConditions conditions, CompletableFuture<Void> done) {}
