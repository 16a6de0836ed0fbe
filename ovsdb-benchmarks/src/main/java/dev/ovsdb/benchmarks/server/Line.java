package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.harness.Figures;
import dev.ovsdb.benchmarks.harness.Options;
import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.benchmarks.workload.Template;
import dev.ovsdb.benchmarks.workload.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One line of the comparison.
 *
 * @param rows how many the database has at the start
 * @param quickRows how many in the short form
 * @param tls whether connections are encrypted, with certificates on both sides
 * @param load what is done; null where the server's start and memory are what is measured
 */
record Line(
        String name,
        int rows,
        int quickRows,
        boolean tls,
        @Nullable Load load) {
    private static final String PORT = "['_uuid','==',['uuid','@-0000-4000-8000-000000000002']]";
    private static final String SWITCH = "['_uuid','==',['uuid','@-0000-4000-8000-000000000001']]";
    private static final String INSERT =
            "{'op':'insert','table':'Logical_Switch','row':{'name':'s#','external_ids':['map',[['owner','bench']]]}}";
    private static final String DURABLE = INSERT + ",{'op':'commit','durable':true}";
    private static final String SELECT =
            "{'op':'select','table':'Logical_Switch_Port','where':[" + PORT + "],'columns':['name','addresses']}";
    private static final String BY_NAME =
            "{'op':'select','table':'Logical_Switch_Port','where':[['name','==','port%']],'columns':['name','addresses']}";
    private static final String UPDATE = "{'op':'update','table':'Logical_Switch_Port','where':[" + PORT
            + "],'row':{'external_ids':['map',[['neutron:revision_number','#']]]}}";
    private static final String MUTATE = "{'op':'mutate','table':'Logical_Switch_Port','where':[" + PORT
            + "],'mutations':[['options','delete',['set',['x']]],['options','insert',['map',[['x','#']]]]]}";
    private static final String CMS =
            "{'op':'insert','table':'Logical_Switch_Port','uuid-name':'p','row':{'name':'cms#'}},"
                    + "{'op':'mutate','table':'Logical_Switch','where':[" + SWITCH
                    + "],'mutations':[['ports','insert',['named-uuid','p']]]}";
    private static final int SMALL = 10_000;
    private static final int MIDDLE = 100_000;
    private static final int LARGE = 500_000;

    static List<Line> all() {
        List<Line> lines = new ArrayList<>();
        lines.add(pipelined("echo64", 0, 1, 64, Template.of("{'id':1#,'method':'echo','params':['#']}"), unused -> 1));
        lines.add(transacts("insert1", 1, 1, INSERT, unused -> 1));
        lines.add(transacts("insert64", 1, 64, INSERT, unused -> 1));
        lines.add(transacts("update64", 1, 64, UPDATE, Target::ports));
        lines.add(transacts("mutate64", 1, 64, MUTATE, Target::ports));
        lines.add(transacts("insert-c16", 16, 4, INSERT, unused -> 1));
        lines.add(transacts("select64", 1, 64, SELECT, Target::ports));
        lines.add(transacts("select-c16", 16, 4, SELECT, Target::ports));
        for (int rows : List.of(SMALL, MIDDLE, LARGE))
            lines.add(pipelined("select-name-" + size(rows), rows, 1, 64, Template.transact(BY_NAME), Target::ports));
        lines.add(transacts("cms64", 1, 64, CMS, Target::switches));
        lines.add(new Line(
                "big-set-grow",
                SMALL,
                320,
                false,
                new PipelinedLoad(List.of(Template.transact(CMS)), unused -> List.of(), 1, 64, unused -> 1, 22_000)));
        lines.add(new Line("big-set-change", SMALL, 320, false, bigSet()));
        lines.add(transacts("durable1", 1, 1, DURABLE, unused -> 1));
        lines.add(transacts("durable64", 1, 64, DURABLE, unused -> 1));
        lines.add(transacts("durable-c16", 16, 4, DURABLE, unused -> 1));
        lines.add(plain("fanout10", 0, new FanoutLoad(10, false, 60_000)));
        lines.add(plain("fanout100", 0, new FanoutLoad(100, false, 12_000)));
        lines.add(plain("fanout500", 0, new FanoutLoad(500, false, 3_000)));
        lines.add(plain("fanout100-cond", 0, new FanoutLoad(100, true, 8_000)));
        lines.add(plain("fanout-paced10", 0, new PacedFanoutLoad(10)));
        lines.add(plain("fanout-paced100", 0, new PacedFanoutLoad(100)));
        for (int rows : List.of(SMALL, MIDDLE, LARGE))
            lines.add(plain("initial1-" + size(rows), rows, new InitialLoad(1, false, false)));
        lines.add(plain("initial10", MIDDLE, new InitialLoad(10, false, false)));
        lines.add(plain("initial50", MIDDLE, new InitialLoad(50, false, false)));
        lines.add(plain("initial10-cond", MIDDLE, new InitialLoad(10, true, false)));
        lines.add(plain("initial-primed", MIDDLE, new InitialLoad(10, false, true)));
        for (int rows : List.of(MIDDLE, LARGE)) {
            lines.add(plain("stall-initial-" + size(rows), rows, new StallLoad(false)));
            lines.add(plain("stall-compact-" + size(rows), rows, new StallLoad(true)));
        }
        for (int length : List.of(100, 1_000, 5_000)) {
            lines.add(plain("cond-change-" + length, SMALL, new ConditionLoad(1, length)));
            lines.add(plain("cond-change-" + length + "-c10", SMALL, new ConditionLoad(10, length)));
        }
        lines.add(
                new Line("tls-insert64", 0, 0, true, PipelinedLoad.of(1, 64, Template.transact(INSERT), unused -> 1)));
        lines.add(new Line("tls-fanout10", 0, 0, true, new FanoutLoad(10, false, 20_000)));
        lines.add(new Line("tls-initial1", MIDDLE, 320, true, new InitialLoad(1, false, false)));
        lines.add(new Line("tls-churn", 0, 0, true, new ChurnLoad()));
        lines.add(plain("churn", 0, new ChurnLoad()));
        lines.add(plain("load", 0, new RowsLoad(MIDDLE)));
        for (int rows : List.of(0, SMALL, MIDDLE, LARGE))
            lines.add(new Line("start-" + size(rows), rows, 320, false, null));
        for (int rows : List.of(MIDDLE, LARGE)) {
            lines.add(plain("memory-idle-" + size(rows), rows, target -> Figures.of()));
            lines.add(plain("memory-monitored-" + size(rows), rows, new InitialLoad(1, false, false)));
        }
        return List.copyOf(lines);
    }

    static List<Line> asked(Options options) {
        List<Line> chosen =
                all().stream().filter(line -> options.asksFor(line.name())).toList();
        if (chosen.isEmpty())
            throw new IllegalArgumentException(
                    "no such line; there are " + all().stream().map(Line::name).collect(Collectors.joining(" ")));
        return chosen;
    }

    static Line exactly(String name) {
        return all().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    boolean measuresStart() {
        return load == null;
    }

    private static String size(int rows) {
        return rows == 0 ? "0" : rows / 1000 + "k";
    }

    private static Line plain(String name, int rows, Load load) {
        return new Line(name, rows, Math.min(rows, 320), false, load);
    }

    private static Line transacts(
            String name, int connections, int outstanding, String operations, ToIntFunction<Target> keys) {
        return pipelined(name, SMALL, connections, outstanding, Template.transact(operations), keys);
    }

    private static Line pipelined(
            String name, int rows, int connections, int outstanding, Template template, ToIntFunction<Target> keys) {
        return plain(name, rows, PipelinedLoad.of(connections, outstanding, template, keys));
    }

    /** Single elements put into, and taken out of, a set of 5,000. */
    private static Load bigSet() {
        String set = "{'op':'mutate','table':'Address_Set','where':[['name','==','big']],'mutations':[['addresses','";
        String elements =
                IntStream.range(0, 5_000).mapToObj(i -> "'10.1." + i + "'").collect(Collectors.joining(","));
        String create =
                "{'id':1,'method':'transact','params':['OVN_Northbound',{'op':'insert','table':'Address_Set','uuid':'"
                        + Units.uuid(6, 0) + "','row':{'name':'big','addresses':['set',[" + elements + "]]}}]}";
        String byUuid = set.replace("['name','==','big']", "['_uuid','==',['uuid','" + Units.uuid(6, 0) + "']]");
        return new PipelinedLoad(
                List.of(Template.transact(byUuid + "insert','a#']]}"), Template.transact(byUuid + "delete','a#']]}")),
                unused -> List.of(create),
                1,
                64,
                unused -> 1,
                0);
    }
}
