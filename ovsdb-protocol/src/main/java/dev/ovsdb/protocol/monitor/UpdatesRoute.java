package dev.ovsdb.protocol.monitor;

/**
 * Where the updates of one message go.
 *
 * @param schema how rows are read
 * @param sink who takes them
 */
public record UpdatesRoute(UpdateSchema schema, RowUpdateSink sink) {}
