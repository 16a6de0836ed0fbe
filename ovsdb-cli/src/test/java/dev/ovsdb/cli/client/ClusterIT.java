package dev.ovsdb.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.OwnProgram;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.ReferenceCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers of one cluster: which is chosen, and what only a cluster can answer. */
class ClusterIT {
    private static final Pattern LAST_ID = Pattern.compile("last_id: ([0-9a-f-]{36})");

    @TempDir
    private Path folder;

    private ReferenceCluster cluster;
    private Program reference;
    private Program own;

    @BeforeEach
    void startCluster() {
        cluster = ReferenceCluster.start(3, TestServer.resource("every-type.ovsschema"));
        reference = ProcessProgram.reference("ovsdb-client", folder);
        own = new OwnProgram("client", folder);
        transact("{\"op\":\"insert\",\"table\":\"Sets\",\"row\":{\"s1\":\"first\"}}");
    }

    @AfterEach
    void stopCluster() {
        cluster.close();
    }

    private void transact(String operation) {
        Outcome outcome = reference.run("transact", cluster.leader().remote("unix"), "[\"Types\"," + operation + "]");
        assertThat(outcome.status()).isZero();
    }

    private void compare(String... arguments) {
        assertThat(own.run(arguments)).isEqualTo(reference.run(arguments));
    }

    @Test
    void oneOfSeveralServersIsChosen() {
        String all = cluster.remotes("unix");
        compare("list-dbs", all);
        compare("dump", all, "Types", "Sets", "s1");
        compare("dump", all, "None");
        compare("transact", all, "[\"Types\",{\"op\":\"select\",\"table\":\"Leaf\",\"where\":[]}]");
        compare("query", all, "[\"None\"]");
        compare("wait", cluster.followers().get(0).remote("unix"), "Types", "connected");
    }

    @Test
    void aServerOfAnotherClusterIsPassedOver() {
        String all = cluster.remotes("unix");
        String id = cluster.leader().appctl("cluster/cid", "Types");
        // Here the reference crashes, see docs/cli.md.
        assertThat(own.run("get-schema-version", all + ",cid:" + id, "Types")).isEqualTo(new Outcome(0, "1.2.3\n", ""));
        String other = all + ",cid:00000000-0000-0000-0000-000000000001";
        assertThat(own.run("get-schema-version", other, "Types"))
                .isEqualTo(new Outcome(1, "", "ovsdb-client: no servers were available"));
    }

    @Test
    void aFollowerIsOnlyChosenIfThatIsAllowed() {
        String followers = cluster.followers().get(0).remote("unix") + ","
                + cluster.followers().get(1).remote("unix");
        compare("get-schema-version", followers, "Types");
        compare("--no-leader-only", "get-schema-version", followers, "Types");
        compare("--no-leader-only", "--leader-only", "get-schema-version", followers, "Types");
        assertThat(own.run("get-schema-version", followers, "Types").message())
                .isEqualTo("ovsdb-client: no servers were available");
    }

    @Test
    void aClusterKeepsWhatASchemaCallsEphemeral() throws Exception {
        Path schema = folder.resolve("schema");
        Files.writeString(schema, TestServer.resource("every-type.ovsschema").replace("1.2.3", "1.3.0"));
        String leader = cluster.leader().remote("unix");
        compare("needs-conversion", leader, schema.toString());
        assertThat(own.run("convert", leader, schema.toString())).isEqualTo(new Outcome(0, "", ""));
        compare("needs-conversion", leader, schema.toString());
        compare("get-schema", leader, "Types");
        assertThat(own.run("needs-conversion", leader, schema.toString()).out()).isEqualTo("no\n");
    }

    @Test
    void aMonitorGoesOnAfterATransaction() throws Exception {
        String leader = cluster.leader().remote("unix");
        String lastId = lastId(leader);
        transact("{\"op\":\"insert\",\"table\":\"Sets\",\"row\":{\"s1\":\"missed\"}}");
        List<String> line = List.of("monitor-cond-since", leader, "Types", lastId, "[]", "Sets", "s1");
        try (Program.Running theirs = reference.start(line, new byte[0]);
                Program.Running ours = own.start(line, new byte[0])) {
            for (Program.Running running : List.of(theirs, ours)) {
                assertThat(running.out().await(text -> text.contains("missed"))).isTrue();
            }
            transact("{\"op\":\"insert\",\"table\":\"Sets\",\"row\":{\"s1\":\"seen\"}}");
            for (Program.Running running : List.of(theirs, ours)) {
                assertThat(running.out().await(text -> text.contains("seen"))).isTrue();
            }
            assertThat(ours.terminate().out())
                    .isEqualTo(theirs.terminate().out())
                    .startsWith("found: true, last_id: ")
                    .doesNotContain("first");
        }
    }

    private String lastId(String server) throws InterruptedException {
        List<String> line = List.of("monitor-cond-since", server, "Types", "[]", "Sets");
        try (Program.Running running = reference.start(line, new byte[0])) {
            assertThat(running.out().await(text -> LAST_ID.matcher(text).find()))
                    .isTrue();
            Matcher id = LAST_ID.matcher(running.out().text());
            assertThat(id.find()).isTrue();
            return id.group(1);
        }
    }
}
