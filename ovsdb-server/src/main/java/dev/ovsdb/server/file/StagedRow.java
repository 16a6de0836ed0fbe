package dev.ovsdb.server.file;

import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.schema.TableSchema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction record says of one row.
 *
 * @param columns the columns it names, as values or differences; null if the row is deleted
 */
record StagedRow(TableSchema table, UUID uuid, @Nullable Row columns) {}
