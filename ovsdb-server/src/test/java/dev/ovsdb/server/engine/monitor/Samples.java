package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.cases.MonitorRequestCase;
import java.nio.charset.StandardCharsets;

/** A schema with a column of each sort, and texts with apostrophes for quotation marks. */
final class Samples {
    static final DatabaseSchema SCHEMA = DatabaseSchema.parse(MonitorRequestCase.SCHEMA);

    private Samples() {}

    static String json(String apostrophes) {
        return apostrophes.replace('\'', '"');
    }

    static JsonBytes bytes(String apostrophes) {
        return JsonBytes.of(json(apostrophes).getBytes(StandardCharsets.UTF_8));
    }

    static JsonValue value(String apostrophes) {
        return JsonValue.parse(json(apostrophes));
    }

    static OpenCall open(MonitorKind kind, String params) {
        return OpenCall.read(kind, bytes(params), name -> name.equals("M") ? SCHEMA : null);
    }
}
