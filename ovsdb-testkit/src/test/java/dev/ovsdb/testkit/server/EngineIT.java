package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.engine.Database;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.file.FileStorage;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real {@code ovsdb-client}, over a socket, gets the same from the engine on a database file as from the reference. */
@RequiresPeer({"ovsdb-server", "ovsdb-client", "ovsdb-tool"})
class EngineIT {
    private static final String SCHEMA = "{\"name\":\"A\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"columns\":{"
            + "\"n\":{\"type\":\"integer\"},\"s\":{\"type\":{\"key\":\"string\",\"min\":0,\"max\":\"unlimited\"}}},"
            + "\"indexes\":[[\"n\"]]}}}";
    private static final String NEW_SCHEMA =
            SCHEMA.replace("1.0.0", "2.0.0").replace("\"n\":{", "\"k\":{\"type\":\"real\"},\"n\":{");

    private final Tool client = Tool.named("ovsdb-client");
    private Path folder;
    private ReferenceServer reference;
    private DatabaseHandler handler;
    private OvsdbServer server;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "eng");
        Files.writeString(folder.resolve("a.ovsschema"), SCHEMA);
        Files.writeString(folder.resolve("new.ovsschema"), NEW_SCHEMA);
        reference = ReferenceServer.builder().schema(SCHEMA).unix().start();
        Tool.named("ovsdb-tool").output("create", file("a.db"), file("a.ovsschema"));
        handler = DatabaseHandler.builder()
                .database(FileStorage.of(folder.resolve("a.db")))
                .build();
        server = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.resolve("s"))
                .start()
                .join();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        reference.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    /** Runs the same on both, and wants the same. */
    private void same(String verb, String... arguments) {
        assertThat(run("unix:" + folder.resolve("s"), verb, arguments))
                .isEqualTo(run(reference.remote("unix"), verb, arguments));
    }

    private Tool.Result run(String remote, String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--no-headings", "-t", "20", verb, remote));
        all.addAll(List.of(arguments));
        Tool.Result result = client.run(all.toArray(String[]::new));
        return new Tool.Result(result.status(), result.output(), "");
    }

    private static String transact(String operations) {
        return ("['A'," + operations + "]").replace('\'', '"');
    }

    private static String insert(int n) {
        return "{'op':'insert','table':'T','uuid':'00000000-0000-0000-0000-00000000000" + n + "','row':{'n':" + n
                + "}}";
    }

    @Test
    void answersTheVerbsOfTheClientAlike() {
        same("list-dbs");
        same("list-tables", "A");
        same("list-columns", "A");
        same("get-schema-version", "A");
        same("transact", transact(insert(1) + "," + insert(2) + ",{'op':'commit','durable':true}"));
        same("transact", transact(insert(1)));
        same(
                "transact",
                transact("{'op':'wait','table':'T','where':[],'columns':['n'],'until':'==','rows':[],'timeout':0}"));
        same("dump", "A", "T", "n", "s");
        same("needs-conversion", file("new.ovsschema"));
        same("convert", file("new.ovsschema"));
        same("get-schema-version", "A");
        same("dump", "A", "T", "k", "n");
        same("wait", "A", "connected");
    }

    @Test
    void keepsWhatItAnsweredInAFileThatTheReferenceReads() {
        run("unix:" + folder.resolve("s"), "transact", transact(insert(1)));
        Database database = handler.requireDatabase("A");
        database.compact().join();
        run("unix:" + folder.resolve("s"), "transact", transact(insert(2)));
        run("unix:" + folder.resolve("s"), "convert", file("new.ovsschema"));
        run("unix:" + folder.resolve("s"), "transact", transact(insert(3)));
        server.close();

        String rows = Tool.named("ovsdb-tool")
                .output(
                        "query",
                        file("a.db"),
                        transact("{'op':'select','table':'T','where':[],'columns':['n','k'],'sort':['n']}"));

        assertThat(rows.strip()).isEqualTo("[{\"rows\":[{\"k\":0,\"n\":1},{\"k\":0,\"n\":2},{\"k\":0,\"n\":3}]}]");
    }
}
