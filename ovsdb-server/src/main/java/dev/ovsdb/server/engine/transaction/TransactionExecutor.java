package dev.ovsdb.server.engine.transaction;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.store.CommitResult;
import dev.ovsdb.server.engine.store.CommitResult.Committed;
import dev.ovsdb.server.engine.store.CommitResult.Rejected;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableStore;
import dev.ovsdb.server.engine.store.Version;
import dev.ovsdb.server.engine.transaction.Execution.Blocked;
import dev.ovsdb.server.engine.transaction.Execution.Done;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Executes transactions on the head of a store. Confined to the lane. */
public final class TransactionExecutor {
    private final IdSource ids;
    private final LaneShare share;

    /** @param ids gives new rows their UUIDs */
    public TransactionExecutor(IdSource ids) {
        this(ids, LaneShare.DEFAULT);
    }

    TransactionExecutor(IdSource ids, LaneShare share) {
        this.ids = ids;
        this.share = share;
    }

    /**
     * Executes a request that was not refused, as one transaction. When it is done its version, if it made one, is the head.
     *
     * @throws IllegalArgumentException if the request was read by another schema than the store's
     */
    public Execution execute(TransactRequest request, DatabaseStore store, TransactionContext context) {
        if (request.schema() != store.schema()) {
            throw new IllegalArgumentException("the request was not read by the schema of this store");
        }
        StoreTransaction transaction = store.begin();
        Run run = new Run(store, transaction, context, ids, granted(context), request.onlyReads());
        boolean answered = false;
        try {
            Execution execution = new Attempt(request, run).execute();
            answered = execution instanceof Done;
            return execution;
        } finally {
            transaction.abort();
            if (!answered) {
                run.result().abandon();
            }
        }
    }

    private LaneShare granted(TransactionContext context) {
        if (context.isBacklogFull()) {
            return share.scant();
        }
        return context.resultsPileUp() ? share.spare() : share;
    }

    /** One execution of one request. */
    private static final class Attempt {
        private final TransactRequest request;
        private final Run run;
        private int done;

        Attempt(TransactRequest request, Run run) {
            this.request = request;
            this.run = run;
        }

        Execution execute() {
            run.out().beginArray();
            try {
                List<Step> steps = request.steps();
                for (; done < steps.size(); done++) {
                    steps.get(done).execute(run);
                }
            } catch (OperationFailedException e) {
                return failed(e.error());
            } catch (WaitBlockedException e) {
                return new Blocked(tables(), e.deadline());
            }
            return commit();
        }

        private Execution failed(OperationError error) {
            JsonWriter out = run.out();
            error.write(out);
            for (int i = done + 1; i < request.operations(); i++) {
                out.nullValue();
            }
            return done(error, null);
        }

        private Execution commit() {
            CommitResult result = run.transaction().commit();
            if (result instanceof Rejected rejected) {
                rejected.error().write(run.out());
                return done(rejected.error(), null);
            }
            return done(null, result instanceof Committed committed ? committed.version() : null);
        }

        private Execution done(@Nullable OperationError error, @Nullable Version version) {
            run.out().endArray();
            return new Done(new TransactResult(run.result().finish(), error, version, run.isDurable(), run.comment()));
        }

        private Set<TableStore> tables() {
            Set<TableStore> tables = new LinkedHashSet<>();
            for (Step step : request.steps().subList(0, done + 1)) {
                step.addTables(run, tables);
            }
            return tables;
        }
    }
}
