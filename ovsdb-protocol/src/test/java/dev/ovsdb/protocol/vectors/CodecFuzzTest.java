package dev.ovsdb.protocol.vectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.UnknownNames;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.monitor.MonitorConditions;
import dev.ovsdb.protocol.monitor.MonitorRequests;
import dev.ovsdb.protocol.monitor.UpdateNotation;
import dev.ovsdb.protocol.monitor.UpdateSchema;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.Transaction;
import dev.ovsdb.protocol.operation.TransactionOutcome;
import dev.ovsdb.protocol.rpc.MonitorCondSince;
import dev.ovsdb.protocol.rpc.ResultReader;
import dev.ovsdb.protocol.rpc.RpcError;
import dev.ovsdb.protocol.rpc.Transact;
import dev.ovsdb.protocol.rpc.Update;
import dev.ovsdb.protocol.rpc.Update2;
import dev.ovsdb.protocol.rpc.Update3;
import dev.ovsdb.protocol.rpc.UpdateNotification;
import dev.ovsdb.protocol.schema.ColumnSchema;
import dev.ovsdb.protocol.schema.ColumnType;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.TableSchema;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One text, shown to every codec: values, rows, operations, results, monitor requests, conditions, updates and errors. */
class CodecFuzzTest {
    private static final DatabaseSchema SCHEMA = Vectors.schema();
    private static final Set<ColumnType> TYPES = types();
    private static final List<Operation> ASKED = List.of(
            Operation.parse("{\"op\":\"insert\",\"table\":\"Free\",\"row\":{}}"),
            Select.from("Bridge").everyRow().build(),
            Select.from("Unknown").everyRow().build(),
            Operation.parse("{\"op\":\"comment\",\"comment\":\"\"}"),
            Operation.parse("{\"op\":\"delete\",\"table\":\"Free\",\"where\":[]}"));

    private static Set<ColumnType> types() {
        Set<ColumnType> types = new LinkedHashSet<>();
        for (TableSchema table : SCHEMA.tables()) {
            table.columns().stream().map(ColumnSchema::type).forEach(types::add);
        }
        return types;
    }

    @FuzzTest
    void codecs(byte[] json) {
        values(json);
        operations(json);
        monitors(json);
        updates(json);
        outcomes(json);
        Codecs.check(json, RpcError::parse, RpcError::write, true);
    }

    private static void values(byte[] json) {
        for (ColumnType type : TYPES) {
            Codecs.check(json, in -> Datum.read(in, type), Datum::write);
            Codecs.check(json, in -> Datum.readDiff(in, type), Datum::write);
        }
        Codecs.check(json, Datum::read, Datum::write);
        for (TableSchema table : SCHEMA.tables()) {
            Codecs.check(json, in -> Row.read(in, table), Row::write);
            Codecs.check(json, in -> Row.readDiff(in, table), Row::write);
        }
        Codecs.check(json, Row::read, Row::write);
    }

    private static void operations(byte[] json) {
        for (DatabaseSchema schema : new DatabaseSchema[] {SCHEMA, null}) {
            Codecs.check(json, in -> Operation.read(in, schema), Operation::write);
            Codecs.check(json, text -> transaction(text, schema), Transaction::write, false);
        }
    }

    /** What was read can be validated too, against the schema by which it was read and against none that fits. */
    private static Transaction transaction(byte[] json, @Nullable DatabaseSchema schema) {
        Transaction transaction = Codecs.whole(json, in -> Transaction.read(in, name -> schema));
        transaction.violations(SCHEMA).forEach(violation -> violation.rule().length());
        return transaction;
    }

    private static void monitors(byte[] json) {
        for (DatabaseSchema schema : new DatabaseSchema[] {SCHEMA, null}) {
            Codecs.check(json, in -> MonitorRequests.read(in, schema), MonitorRequests::writeWithConditions);
            Codecs.check(
                    json,
                    text -> Codecs.whole(text, in -> MonitorConditions.read(in, schema)),
                    MonitorConditions::write,
                    false);
        }
    }

    private static void updates(byte[] json) {
        for (UpdateSchema schema : List.of(UpdateSchema.of(SCHEMA, UnknownNames.SKIP), UpdateSchema.NONE)) {
            notification(json, () -> Update.reader(schema), read -> Update.params(read.monitorId(), read.updates()));
            notification(json, () -> Update2.reader(schema), read -> Update2.params(read.monitorId(), read.updates()));
            notification(
                    json,
                    () -> Update3.reader(schema),
                    read -> Update3.params(
                            read.monitorId(), read.lastTransactionId().orElseThrow(), read.updates()));
            Codecs.agree(
                    () -> MonitorCondSince.result(schema).read(json),
                    () -> MonitorCondSince.result(schema).read(Codecs.pieces(json)));
            Codecs.check(json, text -> MonitorCondSince.result(schema).read(text), CodecFuzzTest::write, true);
        }
    }

    private static void write(MonitorCondSince.Result result, JsonWriter writer) {
        writer.beginArray().value(result.found()).value(result.lastTransactionId());
        result.updates().write(writer, UpdateNotation.V2);
        writer.endArray();
    }

    private interface Readers {
        ResultReader<UpdateNotification> reader();
    }

    private static void notification(
            byte[] json, Readers readers, Function<UpdateNotification, List<ByteBuffer>> params) {
        Codecs.agree(() -> readers.reader().read(json), () -> readers.reader().read(Codecs.pieces(json)));
        Codecs.check(
                json,
                text -> readers.reader().read(text),
                (read, writer) -> writer.raw(bytes(params.apply(read))),
                true);
    }

    private static byte[] bytes(List<ByteBuffer> buffers) {
        ByteBuffer all = ByteBuffer.allocate(
                buffers.stream().mapToInt(ByteBuffer::remaining).sum());
        buffers.forEach(all::put);
        return all.array();
    }

    private static void outcomes(byte[] json) {
        for (DatabaseSchema schema : new DatabaseSchema[] {SCHEMA, null}) {
            Codecs.check(json, text -> Transact.result(ASKED, schema).read(text), TransactionOutcome::write, true);
            Codecs.agree(
                    () -> Transact.result(ASKED, schema).read(json),
                    () -> Transact.result(ASKED, schema).read(Codecs.pieces(json)));
        }
    }
}
