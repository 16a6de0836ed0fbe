package dev.ovsdb.server.cases;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request of {@code monitor-requests.txt} and what is wrong with it. The session has a monitor {@code taken} of nothing; for
 * {@code monitor_cond_change} and {@code monitor_cancel} also a monitor {@code m} of column {@code i} of table {@code T}.
 */
public record MonitorRequestCase(String method, JsonArray params, Optional<JsonValue> error) {
    /** The schema that the requests are for, with a column of each sort. */
    public static final String SCHEMA = """
            {'name':'M','version':'1.0.0','tables':{
             'T':{'isRoot':true,'columns':{
               'i':{'type':'integer'},'r':{'type':'real'},'b':{'type':'boolean'},'s':{'type':'string'},
               'oi':{'type':{'key':'integer','min':0,'max':1}},
               'si':{'type':{'key':'integer','min':0,'max':'unlimited'}},
               's1':{'type':{'key':{'type':'string'},'min':1,'max':'unlimited'}},
               'm':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}},
               'e':{'type':{'key':{'type':'string','enum':['set',['a','b','']]}}},
               'rng':{'type':{'key':{'type':'integer','minInteger':0,'maxInteger':9}}},
               'u':{'type':{'key':{'type':'uuid','refTable':'U','refType':'weak'},'min':0,'max':'unlimited'}}},
              'indexes':[['i','s']]},
             'U':{'isRoot':true,'columns':{'n':{'type':'string'}}}}}
            """.replace('\'', '"');

    /** All cases. */
    public static List<MonitorRequestCase> all() {
        try (var in = Objects.requireNonNull(MonitorRequestCase.class.getResourceAsStream("monitor-requests.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> read(line.replace('\'', '"').split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MonitorRequestCase read(String[] parts) {
        Optional<JsonValue> error = parts[2].equals("ok") ? Optional.empty() : Optional.of(JsonValue.parse(parts[2]));
        return new MonitorRequestCase(parts[0], (JsonArray) JsonValue.parse(parts[1]), error);
    }

    /** Whether it needs the monitor {@code m}. */
    public boolean needsMonitor() {
        return method.equals("monitor_cond_change") || method.equals("monitor_cancel");
    }

    /** Whether a refusal, or its absence, is what this case expects; the order of an error's members does not matter. */
    public boolean expects(Optional<JsonValue> refusal) {
        return Refusals.areSame(refusal, error);
    }

    @Override
    public String toString() {
        return method + " " + params;
    }
}
