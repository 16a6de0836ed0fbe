package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.client.OvsdbClientBuilder;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.RemoteOptions;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.text.JsonPrinter;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * What a client may do whose remote has a role: OVN's own tables of rights, a client with a certificate in the name of the chassis
 * {@code client}, and one without any.
 */
@RequiresPeer({"ovsdb-server", "ovsdb-tool"})
class RbacIT {
    private static final String DATABASE = "OVN_Southbound";
    private static final String ID = "00000000-0000-0000-0000-0000000000";
    private static final String ROLE = "ovn-controller";

    private static ReferencePki pki;
    private static Side reference;
    private static Side ours;

    /** One of the two servers, with a client that may do everything, one with a certificate, and one without. */
    private record Side(AutoCloseable server, OvsdbClient admin, OvsdbClient chassis, OvsdbClient nameless)
            implements AutoCloseable {
        @Override
        public void close() throws Exception {
            admin.close();
            chassis.close();
            nameless.close();
            server.close();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        pki = ReferencePki.create();
        reference = reference();
        ours = ours();
    }

    @AfterAll
    static void stop() throws Exception {
        try (ReferencePki last = pki;
                Side first = reference;
                Side second = ours) {
            pki = null;
        }
    }

    private static Side reference() {
        ReferenceServer server = ReferenceServer.builder()
                .installedSchema("ovn-sb.ovsschema")
                .unix()
                .tls(pki, pki.server())
                .option("--remote=db:" + DATABASE + ",SB_Global,connections")
                .start();
        OvsdbClient admin = client().remotes(server.remote("unix")).connect().join();
        int tls = freePort();
        int plain = freePort();
        transact(
                admin,
                "{'op':'insert','table':'SB_Global','row':{'connections':['set',[['named-uuid','a'],['named-uuid','b']]]}},"
                        + connection("a", "pssl:" + tls)
                        + "," + connection("b", "ptcp:" + plain));
        return side(server, admin, tls, plain);
    }

    private static String connection(String name, String method) {
        return "{'op':'insert','table':'Connection','uuid-name':'" + name + "','row':{'target':'" + method
                + ":127.0.0.1','role':'" + ROLE + "'}}";
    }

    private static Side ours() throws IOException {
        WorkFolder folder = WorkFolder.create();
        DatabaseHandler handler = DatabaseHandler.builder()
                .database(DatabaseSchema.parse(Files.readString(InstalledSchemas.require("ovn-sb.ovsschema"))))
                .build();
        int tls = freePort();
        int plain = freePort();
        OvsdbServer server = OvsdbServer.builder()
                .handler(handler)
                .tls(identity(pki.server()))
                .listen("punix:" + folder.file("sock"))
                .remote(remote("pssl:" + tls))
                .remote(remote("ptcp:" + plain))
                .startBlocking();
        OvsdbClient admin =
                client().remotes("unix:" + folder.file("sock")).connect().join();
        transact(admin, "{'op':'insert','table':'SB_Global','row':{}}");
        AutoCloseable all = () -> {
            try (folder;
                    handler) {
                server.close();
            }
        };
        return side(all, admin, tls, plain);
    }

    private static RemoteOptions remote(String method) {
        return RemoteOptions.builder(ConnectionMethod.parse(method + ":127.0.0.1"))
                .role(ROLE)
                .build();
    }

    private static Side side(AutoCloseable server, OvsdbClient admin, int tls, int plain) {
        OvsdbClient chassis = client().remotes("ssl:127.0.0.1:" + tls)
                .tls(identity(pki.client()))
                .start(); // The reference listens a little after it has answered.
        OvsdbClient nameless = client().remotes("tcp:127.0.0.1:" + plain).start();
        Side side = new Side(server, admin, chassis, nameless);
        transact(
                admin,
                permission("a", "Chassis", "'name'", true, "'nb_cfg','external_ids','encaps'") + ","
                        + permission("b", "Encap", "'chassis_name'", true, "'type','options','ip'") + ","
                        + permission("c", "Port_Binding", "''", false, "'chassis','up'") + ","
                        + permission("d", "MAC_Binding", "''", true, "'logical_port','ip','mac','datapath'") + ","
                        + permission("e", "Chassis_Private", "'external_ids:owner','name'", false, "'nb_cfg'") + ","
                        + permission("f", "Gateway_Chassis", "'external_ids:owner'", true, "'priority'") + ","
                        + permission("g", "Service_Monitor", "", true, "'status'")
                        + ",{'op':'insert','table':'RBAC_Role','row':{'name':'" + ROLE + "','permissions':['map',["
                        + "['Chassis',['named-uuid','a']],['Encap',['named-uuid','b']],"
                        + "['Port_Binding',['named-uuid','c']],['MAC_Binding',['named-uuid','d']],"
                        + "['Chassis_Private',['named-uuid','e']],['Gateway_Chassis',['named-uuid','f']],"
                        + "['Service_Monitor',['named-uuid','g']]]]}}");
        return side;
    }

    private static String permission(String name, String table, String owners, boolean insert, String update) {
        return "{'op':'insert','table':'RBAC_Permission','uuid-name':'" + name + "','row':{'table':'" + table
                + "','authorization':['set',[" + owners + "]],'insert_delete':" + insert + ",'update':['set',[" + update
                + "]]}}";
    }

    private static OvsdbClientBuilder client() {
        return OvsdbClient.builder();
    }

    private static TlsOptions identity(Identity who) {
        return TlsOptions.builder()
                .privateKey(who.privateKey())
                .certificate(who.certificate())
                .caCertificate(pki.authority())
                .build();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String transact(OvsdbClient client, String operations) {
        String json = "['" + DATABASE + "'," + operations + "]";
        List<JsonValue> params = ((JsonArray) JsonValue.parse(json.replace('\'', '"'))).elements();
        try {
            return JsonPrinter.sorted(
                    client.call("transact", params.toArray(new JsonValue[0])).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RemoteErrorException refused) {
                return JsonPrinter.sorted(refused.error());
            }
            throw e;
        }
    }

    // ---- What they ask. The administrator first has one row of each table, and one that belongs to somebody else.

    private static final String ROWS = insert("Chassis", 1, "'name':'client','encaps':['uuid','" + ID + "11']")
            + "," + insert("Chassis", 2, "'name':'other','encaps':['uuid','" + ID + "12']")
            + "," + insert("Encap", 11, "'chassis_name':'client','ip':'1.1.1.1','type':'geneve'")
            + "," + insert("Encap", 12, "'chassis_name':'other','ip':'1.1.1.2','type':'geneve'")
            + "," + insert("Datapath_Binding", 20, "'tunnel_key':1")
            + ","
            + insert(
                    "Port_Binding",
                    21,
                    "'datapath':['uuid','" + ID + "20'],'logical_port':'p','tunnel_key':1,"
                            + "'gateway_chassis':['set',[['uuid','" + ID + "41'],['uuid','" + ID + "42']]]")
            + "," + insert("MAC_Binding", 22, "'datapath':['uuid','" + ID + "20'],'logical_port':'p','ip':'1'")
            + "," + insert("Chassis_Private", 31, "'name':'client'")
            + "," + insert("Chassis_Private", 32, "'name':'c2','external_ids':['map',[['owner','client']]]")
            + "," + insert("Chassis_Private", 33, "'name':'c3','external_ids':['map',[['owner','other']]]")
            + "," + insert("Gateway_Chassis", 41, "'name':'g1','external_ids':['map',[['owner','client']]]")
            + "," + insert("Gateway_Chassis", 42, "'name':'g2'")
            + "," + insert("Service_Monitor", 51, "'ip':'1','port':1,'logical_port':'p'");

    private static String insert(String table, int id, String values) {
        return "{'op':'insert','table':'" + table + "','uuid':'" + uuid(id) + "','row':{" + values + "}}";
    }

    private static String update(String table, int id, String values) {
        return "{'op':'update','table':'" + table + "'," + where(id) + ",'row':{" + values + "}}";
    }

    private static String mutate(String table, int id, String mutations) {
        return "{'op':'mutate','table':'" + table + "'," + where(id) + ",'mutations':[" + mutations + "]}";
    }

    private static String delete(String table, int id) {
        return "{'op':'delete','table':'" + table + "'," + where(id) + "}";
    }

    private static String where(int id) {
        return "'where':[['_uuid','==',['uuid','" + uuid(id) + "']]]";
    }

    private static String uuid(int id) {
        return ID + (id < 10 ? "0" : "") + id;
    }

    static final List<String> TRANSACTIONS = List.of(
            "{'op':'select','table':'Chassis','where':[],'columns':['name','nb_cfg'],'sort':['name']}",
            "{'op':'comment','comment':'c'}",
            insert("Chassis", 61, "'name':'third','encaps':['uuid','" + ID + "11']"),
            insert("Encap", 62, "'chassis_name':'client','ip':'9','type':'geneve'"),
            insert("Encap", 62, "'chassis_name':'nobody','ip':'9','type':'geneve'"),
            insert("MAC_Binding", 63, "'datapath':['uuid','" + ID + "20'],'logical_port':'q','ip':'2'"),
            insert("Port_Binding", 64, "'datapath':['uuid','" + ID + "20'],'logical_port':'q','tunnel_key':2"),
            insert("Chassis_Private", 65, "'name':'new'"),
            insert("Gateway_Chassis", 66, "'name':'g3','external_ids':['map',[['owner','client']]]"),
            insert("Service_Monitor", 67, "'ip':'2','port':1,'logical_port':'p'"),
            insert("SB_Global", 68, ""),
            insert("Logical_Flow", 69, "'match':'1','actions':'next;','pipeline':'ingress','table_id':0,'priority':0"),
            update("Chassis", 1, "'nb_cfg':1"),
            update("Chassis", 1, "'nb_cfg':2,'external_ids':['map',[['a','b']]]"),
            update("Chassis", 1, "'hostname':'h'"),
            update("Chassis", 1, "'nb_cfg':3,'hostname':'h'"),
            update("Chassis", 1, "'hostname':''"),
            update("Chassis", 1, ""),
            update("Chassis", 2, "'nb_cfg':1"),
            update("Chassis", 99, "'nb_cfg':1"),
            "{'op':'update','table':'Chassis','where':[],'row':{'nb_cfg':9}}",
            "{'op':'update','table':'Chassis','where':[['name','==','client']],'row':{'nb_cfg':9}}",
            update("Port_Binding", 21, "'chassis':['uuid','" + ID + "02']"),
            update("Port_Binding", 21, "'up':true,'chassis':['uuid','" + ID + "01']"),
            update("Port_Binding", 21, "'tunnel_key':3"),
            update("Chassis_Private", 31, "'nb_cfg':1"),
            update("Chassis_Private", 32, "'nb_cfg':1"),
            update("Chassis_Private", 33, "'nb_cfg':1"),
            update("Gateway_Chassis", 41, "'priority':7"),
            update("Gateway_Chassis", 42, "'priority':7"),
            update("Service_Monitor", 51, "'status':'online'"),
            update("SB_Global", 99, "'nb_cfg':5"),
            "{'op':'update','table':'SB_Global','where':[],'row':{'nb_cfg':5}}",
            mutate("Chassis", 1, "['nb_cfg','+=',1]"),
            mutate("Chassis", 1, "['external_ids','insert',['map',[['k','v']]]],['nb_cfg','+=',1]"),
            mutate("Chassis", 1, "['other_config','insert',['map',[['k','v']]]]"),
            mutate("Chassis", 1, "['nb_cfg','+=',1],['other_config','insert',['map',[['k','v']]]]"),
            mutate("Chassis", 1, ""),
            mutate("Chassis", 2, "['nb_cfg','+=',1]"),
            mutate("Chassis", 2, ""),
            mutate("Chassis", 99, "['other_config','delete',['set',['k']]]"),
            mutate("MAC_Binding", 22, "['ip','+=',1]"),
            "{'op':'mutate','table':'SB_Global','where':[],'mutations':[['nb_cfg','+=',1]]}",
            delete("Encap", 12),
            delete("Chassis", 2),
            delete("Chassis", 99),
            delete("Port_Binding", 21),
            delete("Chassis_Private", 31),
            delete("Gateway_Chassis", 42),
            delete("Gateway_Chassis", 41),
            delete("Service_Monitor", 51),
            delete("MAC_Binding", 22),
            "{'op':'delete','table':'SB_Global','where':[]}",
            "{'op':'delete','table':'Chassis','where':[['name','==','nobody']]}",
            update("Chassis", 1, "'nb_cfg':8") + "," + delete("Chassis", 2) + "," + update("Chassis", 1, "'nb_cfg':9"),
            insert("Chassis", 70, "'name':'client','encaps':['set',[]]"),
            insert("Encap", 71, "'chassis_name':'client','ip':'9','type':'geneve'") + "," + delete("Encap", 71),
            "{'op':'wait','timeout':0,'table':'SB_Global','where':[],'columns':['nb_cfg'],'until':'==','rows':[]}",
            delete("Chassis", 1),
            "{'op':'commit','durable':true}",
            "{'op':'assert','lock':'l'}");

    @ParameterizedTest
    @FieldSource("TRANSACTIONS")
    void theChassisMayDoTheSame(String transaction) {
        assertThat(play(ours, ours.chassis(), transaction))
                .isEqualTo(play(reference, reference.chassis(), transaction));
    }

    @ParameterizedTest
    @FieldSource("TRANSACTIONS")
    void oneWithoutACertificateMayDoTheSame(String transaction) {
        assertThat(play(ours, ours.nameless(), transaction))
                .isEqualTo(play(reference, reference.nameless(), transaction));
    }

    /** All that have rows, holders of references first. */
    private static final List<String> TABLES = List.of(
            "Gateway_Chassis",
            "Service_Monitor",
            "Chassis_Private",
            "MAC_Binding",
            "Port_Binding",
            "Datapath_Binding",
            "Chassis",
            "Encap");

    /** What shows whether a transaction did anything. */
    private static final Map<String, String> COLUMNS = Map.of(
            "Gateway_Chassis", "'_uuid','priority'",
            "Service_Monitor", "'_uuid','status'",
            "Chassis_Private", "'_uuid','nb_cfg'",
            "MAC_Binding", "'_uuid','ip'",
            "Port_Binding", "'_uuid','chassis','up','tunnel_key'",
            "Chassis", "'_uuid','nb_cfg','hostname','external_ids','other_config'",
            "Encap", "'_uuid','ip'");

    @Test
    void someMayAndSomeMayNot() {
        List<String> answers = TRANSACTIONS.stream()
                .map(transaction -> play(ours, ours.chassis(), transaction))
                .toList();
        assertThat(answers.stream().filter(answer -> answer.contains("permission error")))
                .hasSizeBetween(15, TRANSACTIONS.size() - 15);
    }

    /** The answer, and what came of it. */
    private static String play(Side side, OvsdbClient client, String transaction) {
        for (String table : TABLES) {
            transact(side.admin(), "{'op':'delete','table':'" + table + "','where':[]}");
        }
        transact(side.admin(), ROWS);
        String answer = transact(client, transaction);
        String selects = TABLES.stream()
                .map(table -> "{'op':'select','table':'" + table + "','where':[],'columns':["
                        + COLUMNS.getOrDefault(table, "'_uuid','external_ids'") + "],'sort':['_uuid']}")
                .collect(Collectors.joining(","));
        return answer + "\n" + transact(side.admin(), selects);
    }
}
