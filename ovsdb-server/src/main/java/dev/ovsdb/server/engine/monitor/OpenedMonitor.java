package dev.ovsdb.server.engine.monitor;

/**
 * A monitor that began, and the reply to the request for it.
 *
 * @param monitor to be pulled from when the reply has been written, not before
 * @param reply to be closed exactly once, also if it is never sent
 */
public record OpenedMonitor(Monitor monitor, MonitorReply reply) {}
