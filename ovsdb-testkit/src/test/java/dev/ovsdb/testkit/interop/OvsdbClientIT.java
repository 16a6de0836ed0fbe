package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresPeer({"ovsdb-server", "ovsdb-client", "ovs-vsctl"})
class OvsdbClientIT {
    private static final List<String> SCHEMAS = List.of("vswitch.ovsschema", "vtep.ovsschema");
    private static final String INSERT =
            "[\"Open_vSwitch\",{\"op\":\"insert\",\"table\":\"Open_vSwitch\",\"row\":{\"external_ids\":[\"map\",[[\"a\",\"b\"]]]}},"
                    + "{\"op\":\"select\",\"table\":\"Open_vSwitch\",\"where\":[],\"columns\":[\"external_ids\",\"next_cfg\"]}]";
    private static final String UPDATE =
            "[\"Open_vSwitch\",{\"op\":\"mutate\",\"table\":\"Open_vSwitch\",\"where\":[],\"mutations\":[[\"next_cfg\",\"+=\",1]]}]";

    @ParameterizedTest
    @EnumSource
    void everyCommand(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            stage.runPlainSorted("ovsdb-client", "list-dbs", stage.remote());
            stage.runPlainSorted("ovsdb-client", "get-schema", stage.remote(), "hardware_vtep");
            stage.runPlain("ovsdb-client", "get-schema-version", stage.remote(), "Open_vSwitch");
            stage.runPlain("ovsdb-client", "get-schema-cksum", stage.remote(), "Open_vSwitch");
            stage.runPlain("ovsdb-client", "get-schema", stage.remote(), "nobody");
            stage.runPlainSorted("ovsdb-client", "list-tables", stage.remote(), "Open_vSwitch");
            stage.runPlainSorted("ovsdb-client", "list-columns", stage.remote(), "Open_vSwitch", "Bridge");
            stage.runPlain("ovsdb-client", "transact", stage.remote(), INSERT);
            stage.runPlain(
                    "ovsdb-client",
                    "transact",
                    stage.remote(),
                    "[\"Open_vSwitch\",{\"op\":\"insert\",\"table\":\"Bridge\",\"row\":{\"name\":7}}]");
            stage.runPlain("ovsdb-client", "transact", stage.remote(), "[\"nobody\"]");
            stage.runPlain(
                    "ovsdb-client",
                    "query",
                    stage.remote(),
                    "[\"Open_vSwitch\",{\"op\":\"delete\",\"table\":\"Open_vSwitch\",\"where\":[]}]");
            stage.runPlain(
                    "ovsdb-client", "dump", stage.remote(), "Open_vSwitch", "Open_vSwitch", "external_ids,next_cfg");
            stage.runPlain(
                    "ovsdb-client",
                    "needs-conversion",
                    stage.remote(),
                    InstalledSchemas.require("vswitch.ovsschema").toString());
            stage.runPlain("ovsdb-client", "--timeout=10", "wait", stage.remote(), "Open_vSwitch", "connected");
            stage.runPlain("ovsdb-client", "monitor", "--timeout=1", stage.remote(), "nobody", "Bridge");
            stage.runPlain(
                    "ovsdb-client",
                    "convert",
                    stage.remote(),
                    InstalledSchemas.require("vswitch.ovsschema").toString());
            stage.runPlain(
                    "ovsdb-client",
                    "dump",
                    stage.remote(),
                    "_Server",
                    "Database",
                    "name",
                    "model",
                    "connected",
                    "leader");
            stage.runPlain(
                    "ovsdb-client", "dump", stage.remote(), "Open_vSwitch", "Open_vSwitch", "external_ids,next_cfg");
            stage.dump("Open_vSwitch");
        });
    }

    @ParameterizedTest
    @EnumSource
    void monitorsAndLocks(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            stage.runPlain("ovsdb-client", "transact", stage.remote(), INSERT);
            for (String kind : List.of("monitor", "monitor-cond", "monitor-cond-since")) monitor(stage, kind);
            stage.start("first", "ovsdb-client", "lock", stage.remote(), "l");
            stage.await("first", "true");
            stage.start("second", "ovsdb-client", "steal", stage.remote(), "l");
            stage.await("first", "stolen");
            stage.stop("second", false);
            stage.await("first", "locked\":true");
            stage.stop("first", false);
        });
    }

    private static void monitor(Stage stage, String kind) {
        String[] where = kind.equals("monitor") ? new String[0] : new String[] {"[[\"next_cfg\",\">=\",0]]"};
        List<String> arguments =
                new java.util.ArrayList<>(List.of("--format=csv", kind, stage.remote(), "Open_vSwitch"));
        if (kind.endsWith("since")) arguments.add("00000000-0000-0000-0000-000000000000");
        arguments.addAll(List.of(where));
        arguments.addAll(List.of("Open_vSwitch", "next_cfg,external_ids"));
        stage.start(kind, "ovsdb-client", arguments.toArray(String[]::new));
        stage.await(kind, "initial");
        stage.runPlain("ovsdb-client", "transact", stage.remote(), UPDATE);
        stage.await(kind, kind.equals("monitor") ? "new" : "modify");
        stage.stop(kind, true);
    }
}
