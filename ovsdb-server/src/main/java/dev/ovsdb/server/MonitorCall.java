package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.monitor.MonitorRequests;

/**
 * What a monitor is to show.
 *
 * @param database the database it is of
 * @param id what its updates carry; unique among the monitors of a session
 * @param requests what is wanted of each table
 */
public record MonitorCall(String database, JsonValue id, MonitorRequests requests) {}
