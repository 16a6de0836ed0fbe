package dev.ovsdb.benchmarks.monitor;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.server.engine.monitor.ChangeCall;
import dev.ovsdb.server.engine.monitor.HubOptions;
import dev.ovsdb.server.engine.monitor.Monitor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** {@code monitor_cond_change} that adds a row to those a condition names, or takes it out: read, executed and pulled. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // Filled by @Setup.
public class ConditionChangeBenchmark {
    @Param({"100", "1000", "5000"})
    int uuids;

    @Param({"false", "true"})
    boolean spaces;

    private final JsonBytes[] calls = new JsonBytes[2];
    private Northbound database;
    private Monitor monitor;
    private int number;

    @Setup
    public void open() {
        database = new Northbound(320, HubOptions.DEFAULTS);
        calls[0] = call(uuids);
        calls[1] = call(uuids + 1);
        monitor = database.open("['OVN_Northbound',1,{'Logical_Switch_Port':[{'where':[false]}]}]")
                .monitor();
    }

    private JsonBytes call(int count) {
        StringBuilder text = new StringBuilder("[1,1,{'Logical_Switch_Port':[{'where':[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append("['_uuid','==',['uuid','" + database.ports.get(i) + "']]");
        }
        String compact = text.append("]}]}]").toString();
        return Northbound.json(spaces ? compact.replace(",", ", ") : compact);
    }

    @Benchmark
    public void change(Blackhole hole) {
        ChangeCall call = ChangeCall.read(calls[number++ & 1], id -> monitor);
        hole.consume(call.refusal(monitor, false));
        database.hub.change(monitor, call).sendTo((method, params) -> hole.consume(params));
    }
}
