package dev.ovsdb.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.conformance.wire.RawSession;
import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.testkit.ReferenceCluster;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server writes to a database's file. */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class WireFileIT {
    private static final String SCHEMA =
            "{\"name\":\"F\",\"version\":\"1.0.0\",\"tables\":{\"T\":{\"isRoot\":true,\"columns\":{"
                    + "\"v\":{\"type\":{\"key\":\"integer\",\"min\":0,\"max\":\"unlimited\"}}}}}}";

    @Test
    void e46_recordsHaveALengthAndAHashAndHoldRowsAndThenDifferences() throws Exception {
        try (ReferenceServer server = start()) {
            transact(
                    server, "{'op':'insert','table':'T','row':{'v':['set',[1,2]]}},{'op':'comment','comment':'first'}");
            transact(server, "{'op':'update','table':'T','where':[],'row':{'v':['set',[2,3]]}}");
            transact(server, "{'op':'delete','table':'T','where':[]}");
            List<JsonObject> records = records(Files.readAllBytes(server.databaseFile()));
            assertThat(records).hasSize(4);
            assertThat(records.get(0).get("name")).contains(JsonValue.of("F"));
            JsonObject insert = records.get(1);
            assertThat(insert.get("_comment")).contains(JsonValue.of("first"));
            assertThat(insert.get("_date").orElseThrow().toString()).matches("\\d{13}");
            JsonObject rows = (JsonObject) insert.get("T").orElseThrow();
            String uuid = rows.members().keySet().iterator().next();
            assertThat(rows).hasToString("{\"" + uuid + "\":{\"v\":[\"set\",[1,2]]}}");
            assertThat(records.get(2).get("_is_diff")).contains(JsonValue.of(true));
            assertThat(records.get(2).get("T").orElseThrow()).hasToString("{\"" + uuid + "\":{\"v\":[\"set\",[1,3]]}}");
            assertThat(records.get(3).get("T").orElseThrow()).hasToString("{\"" + uuid + "\":null}");
        }
    }

    @Test
    void e46_aTornTailIsCutAtTheNextWrite() throws Exception {
        try (ReferenceServer server = start()) {
            transact(server, "{'op':'insert','table':'T','row':{'v':1}}");
            server.kill();
            Path file = server.databaseFile();
            long whole = Files.size(file);
            String torn = "OVSDB JSON 1000 0123456789012345678901234567890123456789\n{\"T\":{\"torn";
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            server.restart();
            assertThat(Files.size(file)).as("reading changes nothing").isEqualTo(whole + torn.length());
            transact(server, "{'op':'insert','table':'T','row':{'v':2}}");
            assertThat(records(Files.readAllBytes(file))).hasSize(3);
        }
    }

    @Test
    void e46_clustersHaveAMagicOfTheirOwn() throws IOException {
        try (ReferenceCluster cluster = ReferenceCluster.start(1, SCHEMA)) {
            assertThat(Files.readString(cluster.leader().databaseFile())).startsWith("OVSDB CLUSTER ");
        }
    }

    @Test
    void e42_conversionRewritesTheFile() throws Exception {
        try (ReferenceServer server = start()) {
            transact(server, "{'op':'insert','table':'T','row':{'v':1}}");
            ask(server, "convert", "'F'," + SCHEMA.replace("1.0.0", "2.0.0"));
            List<JsonObject> records = records(Files.readAllBytes(server.databaseFile()));
            assertThat(records.get(0).get("version")).contains(JsonValue.of("2.0.0"));
            assertThat(records.get(records.size() - 1).get("T")).isPresent();
        }
    }

    private static ReferenceServer start() {
        return ReferenceServer.builder().schema(SCHEMA).unix().start();
    }

    private static void transact(ReferenceServer server, String operations) {
        ask(server, "transact", "'F'," + operations);
    }

    private static void ask(ReferenceServer server, String method, String params) {
        try (RawSession session = RawSession.open(server.remote("unix"))) {
            session.send("{'id':1,'method':'" + method + "','params':[" + params + "]}");
            assertThat(session.receiveText()).endsWith("\"error\":null}");
        }
    }

    /** Reads the records and checks each one's header; fails at anything between or behind them. */
    private static List<JsonObject> records(byte[] file) throws NoSuchAlgorithmException {
        List<JsonObject> records = new ArrayList<>();
        for (int at = 0; at < file.length; ) {
            int lineEnd = at;
            while (file[lineEnd] != '\n') lineEnd++;
            String[] header = new String(file, at, lineEnd - at, StandardCharsets.US_ASCII).split(" ");
            assertThat(header).hasSize(4).startsWith("OVSDB", "JSON");
            byte[] json = Arrays.copyOfRange(file, lineEnd + 1, lineEnd + 1 + Integer.parseInt(header[2]));
            assertThat(json).as("a record ends in a line feed").endsWith((byte) '\n');
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-1").digest(json)))
                    .isEqualTo(header[3]);
            records.add((JsonObject) JsonValue.parse(json));
            at = lineEnd + 1 + json.length;
        }
        return records;
    }
}
