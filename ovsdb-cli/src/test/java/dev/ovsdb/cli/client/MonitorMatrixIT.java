package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.Program;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of monitor, in every style, while rows come, change and go: the reference and we print the same. */
class MonitorMatrixIT {
    private static final String ROW = "[[\"_uuid\",\"==\",[\"uuid\",\"22222222-2222-4222-8222-222222222222\"]]]";
    private static final String END = "the-end";

    /** In each step rows change that all monitors see; the last leaves a mark. */
    private static final List<String> STEPS =
            List.of("""
            ["Types",
             {"op":"insert","table":"Leaf","uuid":"11111111-1111-4111-8111-111111111111","row":{"name":"z"}},
             {"op":"insert","table":"Sets","uuid":"22222222-2222-4222-8222-222222222222","row":
              {"i":["set",[1,2,3]],"s1":["set",["a","b","c"]],"s":["set",["a","b \\"c"]],"r":1e17,
               "st":["uuid","11111111-1111-4111-8111-111111111111"]}},
             {"op":"insert","table":"Maps","uuid":"33333333-3333-4333-8333-333333333333","row":
              {"ss":["map",[["k","v"]]]}}]""", """
            ["Types",
             {"op":"update","table":"Sets","where":%s,"row":
              {"i":["set",[2,3,4]],"s1":["set",["d","e","f"]],"b":["set",[true,false]]}},
             {"op":"mutate","table":"Maps","where":[],"mutations":[["is","insert",["map",[[9,"<nine>"]]]]]}]""".formatted(ROW), """
            ["Types",{"op":"update","table":"Sets","where":%s,"row":{"s":"%s"}}]""".formatted(ROW, "early"), """
            ["Types",{"op":"delete","table":"Sets","where":%s},
             {"op":"delete","table":"Maps","where":[["_uuid","==",["uuid","33333333-3333-4333-8333-333333333333"]]]}]""".formatted(ROW), """
            ["Types",{"op":"insert","table":"Sets","row":{"s":"%s","s1":"x"}}]""".formatted(END));

    private TestServer server;

    @BeforeEach
    void startServer() {
        server = TestServer.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "monitor Types Sets",
                "monitor Types Sets s,i,_uuid",
                "monitor Types Sets s,!initial i,!modify,!delete",
                "monitor Types ALL",
                "monitor-cond Types [] Sets",
                "monitor-cond Types [[\"s\",\"includes\",\"the-end\"],[\"i\",\"includes\",2],[\"i\",\"includes\",7]] Sets s1,s,i",
                "monitor-cond-since Types [] Sets s,r,st,!initial",
                "monitor-cond-since Types 00000000-0000-0000-0000-000000000001 [true] Sets"
            })
    void sameOutputAndStatus(String monitor) throws Exception {
        List<Pair> pairs = new ArrayList<>();
        try {
            for (List<String> style : styles(monitor)) {
                pairs.add(Pair.start(style, monitor, server));
            }
            for (Pair pair : pairs) {
                pair.awaitStart();
            }
            STEPS.forEach(server::transact);
            List<String> differing = new ArrayList<>();
            for (Pair pair : pairs) {
                pair.awaitEnd();
                pair.compare(differing);
            }
            assertThat(differing.subList(0, Math.min(3, differing.size()))).isEmpty();
        } finally {
            pairs.forEach(Pair::close);
        }
        System.out.println("ovsdb client: " + pairs.size() + " times " + monitor + " equal to the reference's");
        assertThat(pairs).hasSizeGreaterThan(40);
    }

    /** All for the plain monitors, some for their variants: the parts of the matrix meet in the same code. */
    private static List<List<String>> styles(String monitor) {
        List<List<String>> styles = new ArrayList<>();
        int step = monitor.endsWith("Sets") || monitor.endsWith("ALL") ? 1 : 4;
        for (int i = 0; i < Styles.ofMonitors().size(); i += step) {
            List<String> style = Styles.ofMonitors().get(i);
            if (!monitor.contains("_uuid") || !style.contains("--format=html")) { // See docs/cli.md, "Crashes".
                styles.add(style);
            }
        }
        return styles;
    }

    /** The same command line run by both. */
    private record Pair(List<String> line, Program.Running reference, Program.Running own) {
        static Pair start(List<String> style, String monitor, TestServer server) {
            List<String> line = new ArrayList<>(style);
            line.addAll(List.of(monitor.split(" ")));
            return new Pair(
                    line,
                    server.reference().start(line, new byte[0]),
                    server.own().start(line, new byte[0]));
        }

        /** What exists already is printed in one go; a monitor that asked for nothing of it may print nothing. */
        void awaitStart() throws InterruptedException {
            for (Program.Running running : List.of(reference, own)) {
                assertThat(running.out().await(text -> !text.isEmpty()))
                        .as("started: %s", line)
                        .isTrue();
            }
        }

        void awaitEnd() throws InterruptedException {
            assertThat(reference.out().await(text -> text.contains(END)))
                    .as("%s printed %s", line, reference.out().text())
                    .isTrue();
            String complete = reference.out().text();
            own.out().await(text -> text.length() >= complete.length());
        }

        void compare(List<String> differing) {
            Outcome expected = reference.terminate().withoutTimes();
            Outcome actual = own.terminate().withoutTimes();
            if (!actual.equals(expected)) {
                differing.add(line + ": " + actual.differenceFrom(expected));
            }
        }

        void close() {
            reference.close();
            own.close();
        }
    }
}
