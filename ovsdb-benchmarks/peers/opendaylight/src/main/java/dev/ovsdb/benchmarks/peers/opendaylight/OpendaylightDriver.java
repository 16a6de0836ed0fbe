package dev.ovsdb.benchmarks.peers.opendaylight;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import dev.ovsdb.benchmarks.harness.DriverArguments;
import dev.ovsdb.benchmarks.harness.Load;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.opendaylight.ovsdb.lib.OvsdbClient;
import org.opendaylight.ovsdb.lib.impl.NettyBootstrapFactory;
import org.opendaylight.ovsdb.lib.impl.OvsdbConnectionService;
import org.opendaylight.ovsdb.lib.operations.Insert;
import org.opendaylight.ovsdb.lib.operations.OperationResult;
import org.opendaylight.ovsdb.lib.schema.ColumnSchema;
import org.opendaylight.ovsdb.lib.schema.DatabaseSchema;
import org.opendaylight.ovsdb.lib.schema.GenericTableSchema;

/** The workload on OpenDaylight's {@code library}. */
public final class OpendaylightDriver {
    private final OvsdbClient client;
    private final DatabaseSchema database;
    private final GenericTableSchema table;
    private final ColumnSchema<GenericTableSchema, String> name;
    private final ColumnSchema<GenericTableSchema, Map<String, String>> externalIds;
    private final AtomicInteger next = new AtomicInteger();

    private OpendaylightDriver(OvsdbClient client) throws Exception {
        this.client = client;
        this.database = client.getSchema("OVN_Northbound").get();
        this.table = database.table("Logical_Switch", GenericTableSchema.class);
        this.name = table.column("name", String.class);
        this.externalIds = table.multiValuedColumn("external_ids", String.class, String.class);
    }

    public static void main(String... args) throws Exception {
        DriverArguments arguments = DriverArguments.parse(args);
        OvsdbConnectionService connections = new OvsdbConnectionService(new NettyBootstrapFactory(), null);
        OvsdbClient client = connections.connect(InetAddress.getByName(arguments.host()), arguments.port());
        OpendaylightDriver driver = new OpendaylightDriver(client);
        Load.run(arguments, driver::insert);
        System.exit(0); // Its threads are not daemons.
    }

    private CompletableFuture<List<OperationResult>> insert() {
        Insert<GenericTableSchema> insert = new Insert<>(table);
        insert.value(name, "switch" + next.getAndIncrement()).value(externalIds, Map.of("owner", "bench"));
        return toFuture(client.transact(database, List.of(insert)));
    }

    private static CompletableFuture<List<OperationResult>> toFuture(ListenableFuture<List<OperationResult>> answer) {
        CompletableFuture<List<OperationResult>> future = new CompletableFuture<>();
        FutureCallback<List<OperationResult>> callback = new FutureCallback<>() {
            @Override
            public void onSuccess(List<OperationResult> results) {
                if (results.size() == 1 && results.get(0).getError() == null) {
                    future.complete(results);
                } else {
                    future.completeExceptionally(new IllegalStateException("not inserted: " + results));
                }
            }

            @Override
            public void onFailure(Throwable cause) {
                future.completeExceptionally(cause);
            }
        };
        Futures.addCallback(answer, callback, MoreExecutors.directExecutor());
        return future;
    }
}
