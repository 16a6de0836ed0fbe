package dev.ovsdb.benchmarks.peers.vmware;

import com.vmware.ovsdb.protocol.operation.Insert;
import com.vmware.ovsdb.protocol.operation.Operation;
import com.vmware.ovsdb.protocol.operation.notation.Row;
import com.vmware.ovsdb.protocol.operation.result.InsertResult;
import com.vmware.ovsdb.protocol.operation.result.OperationResult;
import com.vmware.ovsdb.service.OvsdbClient;
import com.vmware.ovsdb.service.impl.OvsdbActiveConnectionConnectorImpl;
import dev.ovsdb.benchmarks.harness.DriverArguments;
import dev.ovsdb.benchmarks.harness.Load;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The workload on VMware's {@code ovsdb-client}. */
public final class VmwareDriver {
    private final AtomicInteger next = new AtomicInteger();

    public static void main(String... args) throws Exception {
        DriverArguments arguments = DriverArguments.parse(args);
        OvsdbClient client = new OvsdbActiveConnectionConnectorImpl(Executors.newScheduledThreadPool(1))
                .connect(arguments.host(), arguments.port())
                .get();
        VmwareDriver driver = new VmwareDriver();
        Load.run(arguments, () -> driver.insert(client));
        System.exit(0); // Its threads are not daemons.
    }

    private CompletableFuture<Void> insert(OvsdbClient client) {
        Row row = new Row().stringColumn("name", "switch" + next.getAndIncrement()).mapColumn("external_ids", Map.of("owner", "bench"));
        List<Operation> operations = List.of(new Insert("Logical_Switch", row));
        try {
            return client.transact("OVN_Northbound", operations).thenAccept(VmwareDriver::requireInserted);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static void requireInserted(OperationResult[] results) {
        if (results.length != 1 || ((InsertResult) results[0]).getUuid() == null) {
            throw new IllegalStateException("not inserted");
        }
    }
}
