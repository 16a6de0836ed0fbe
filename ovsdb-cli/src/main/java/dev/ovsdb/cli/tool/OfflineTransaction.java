package dev.ovsdb.cli.tool;

import dev.ovsdb.cli.console.Console;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonNull;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.engine.transaction.Execution;
import dev.ovsdb.server.engine.transaction.TransactRequest;
import dev.ovsdb.server.engine.transaction.TransactResult;
import dev.ovsdb.server.engine.transaction.TransactionContext;
import dev.ovsdb.server.engine.transaction.TransactionExecutor;
import dev.ovsdb.server.rights.Client;
import dev.ovsdb.server.rights.Rights;
import dev.ovsdb.server.rights.RowRights;
import dev.ovsdb.server.storage.LogEntry;
import dev.ovsdb.server.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executes one transaction on a store that nobody else uses. */
final class OfflineTransaction {
    private static final JsonObject ABORT = JsonValue.object("op", JsonValue.of("abort"));
    private static final JsonObject NOT_SUPPORTED = JsonValue.object("error", JsonValue.of("not supported"))
            .with("details", JsonValue.of("triggers not supported"));

    private final DatabaseStore store;
    private final Context context;
    private final Console console;

    OfflineTransaction(DatabaseStore store, String role, Console console) {
        this.store = store;
        this.console = console;
        Optional<RowRights> rights = Rights.byRole().of(new Client(null, role, ""), store.schema());
        this.context = new Context(rights.orElse(null));
    }

    /** The results. What was changed goes to the sink. */
    JsonValue execute(JsonArray params, CommitSink sink) {
        Execution execution = run(params);
        return execution instanceof Execution.Done done
                ? committed(done.result(), sink).toJson().toValue()
                : blocked(params);
    }

    private Execution run(JsonArray params) {
        TransactRequest request = TransactRequest.parse(JsonBytes.of(params), name -> store.schema());
        return new TransactionExecutor(console.ids()).execute(request, store, context);
    }

    private TransactResult committed(TransactResult result, CommitSink sink) {
        Version version = result.version();
        if (version == null || version.ephemeralOnly()) {
            return result;
        }
        LogEntry entry = new LogEntry(
                version.number(),
                version.transactionId(),
                version.changes(),
                console.clock().now(),
                result.comment());
        StorageException failure = sink.commit(entry, result.durable());
        return failure == null ? result : result.withCommitError(failure.toOperationError());
    }

    /** A {@code wait} would have to wait, and nobody could end that: it fails, behind the results of what is before it. */
    private JsonValue blocked(JsonArray params) {
        int at = 1;
        while (at < params.size() && !(isWait(params.get(at)) && isBlocked(params, at + 1))) {
            at++;
        }
        List<JsonValue> results = new ArrayList<>(resultsOf(params, at));
        results.add(NOT_SUPPORTED);
        for (int i = at + 1; i < params.size(); i++) {
            results.add(JsonNull.NULL);
        }
        return new JsonArray(results);
    }

    private static boolean isWait(JsonValue operation) {
        return operation instanceof JsonObject object && object.get("op").equals(Optional.of(new JsonString("wait")));
    }

    private boolean isBlocked(JsonArray params, int end) {
        return run(aborted(params, end)) instanceof Execution.Blocked;
    }

    /** The results of the operations before this one, of which it is known that they do not fail. */
    private List<JsonValue> resultsOf(JsonArray params, int end) {
        if (run(aborted(params, end)) instanceof Execution.Done done
                && done.result().toJson().toValue() instanceof JsonArray results) {
            return results.elements().subList(0, end - 1);
        }
        throw new IllegalStateException("only the operation behind these waits");
    }

    private static JsonArray aborted(JsonArray params, int end) {
        List<JsonValue> first = new ArrayList<>(params.elements().subList(0, end));
        first.add(ABORT);
        return new JsonArray(first);
    }

    private record Context(@Nullable RowRights rights) implements TransactionContext {
        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public boolean ownsLock(String lock) {
            return false;
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }

        @Override
        public boolean mayWriteReserved() {
            return true;
        }
    }
}
