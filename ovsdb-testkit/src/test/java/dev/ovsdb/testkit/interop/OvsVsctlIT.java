package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresPeer({"ovsdb-server", "ovs-vsctl", "ovs-vswitchd"})
class OvsVsctlIT {
    private static final List<String> SCHEMAS = List.of("vswitch.ovsschema");

    @ParameterizedTest
    @EnumSource
    void theDatabaseByItself(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            vsctl(stage, "init");
            vsctl(stage, "add-br", "br0");
            vsctl(stage, "--may-exist", "add-br", "br0");
            vsctl(stage, "add-br", "br0");
            vsctl(stage, "add-port", "br0", "p1", "tag=9", "--", "set", "Interface", "p1", "type=internal");
            vsctl(stage, "add-bond", "br0", "bond0", "e0", "e1", "lacp=active");
            vsctl(stage, "add-br", "vlan7", "br0", "7");
            vsctl(stage, "list-br");
            vsctl(stage, "list-ports", "br0");
            vsctl(stage, "set", "Bridge", "br0", "other_config:datapath-id=0011223344556677", "fail_mode=secure");
            vsctl(stage, "set", "Bridge", "br0", "fail_mode=nonsense");
            vsctl(stage, "set", "Port", "p1", "tag=4096");
            vsctl(stage, "get", "Bridge", "br0", "other_config:datapath-id", "fail_mode", "name");
            vsctl(stage, "get", "Bridge", "br0", "other_config:missing");
            vsctl(stage, "add", "Bridge", "br0", "flood_vlans", "5", "3", "4");
            vsctl(stage, "remove", "Bridge", "br0", "flood_vlans", "4");
            vsctl(stage, "clear", "Bridge", "br0", "fail_mode");
            vsctl(stage, "--columns=name,flood_vlans,other_config", "list", "Bridge", "br0");
            stage.runSorted(
                    "ovs-vsctl", "--no-wait", "--bare", "--columns=name", "find", "Interface", "type!=internal");
            vsctl(stage, "--columns=name", "find", "Port", "tag=9");
            vsctl(
                    stage,
                    "--id=@m",
                    "create",
                    "Mirror",
                    "name=m0",
                    "select_all=true",
                    "--",
                    "set",
                    "Bridge",
                    "br0",
                    "mirrors=@m");
            vsctl(stage, "--", "--id=@q", "create", "QoS", "type=linux-htb", "--", "set", "Port", "p1", "qos=@q");
            vsctl(stage, "destroy", "Port", "p1");
            vsctl(stage, "--", "--all", "destroy", "QoS", "--", "clear", "Port", "p1", "qos");
            vsctl(stage, "set-manager", "ptcp:6640:127.0.0.1");
            vsctl(stage, "get-manager");
            vsctl(stage, "set-controller", "br0", "tcp:127.0.0.1:1", "unix:/nowhere");
            vsctl(stage, "get-controller", "br0");
            vsctl(stage, "del-controller", "br0");
            vsctl(stage, "br-set-external-id", "br0", "k", "v");
            vsctl(stage, "br-get-external-id", "br0");
            vsctl(stage, "comment", "why", "--", "del-port", "br0", "bond0");
            vsctl(stage, "iface-to-br", "p1");
            vsctl(stage, "wait-until", "Bridge", "br0", "external_ids:k=v");
            vsctl(stage, "del-br", "vlan7", "--", "emer-reset");
            stage.runSorted("ovs-vsctl", "--no-wait", "show");
            stage.dump("Open_vSwitch");
            vsctl(stage, "del-br", "br0");
            stage.dump("Open_vSwitch");
        });
    }

    @ParameterizedTest
    @EnumSource
    void oneWaitsForAnother(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            vsctl(stage, "init");
            stage.start(
                    "waiter",
                    "ovs-vsctl",
                    "--db=" + stage.remote(),
                    "--no-wait",
                    "--timeout=30",
                    "wait-until",
                    "Bridge",
                    "br9",
                    "external_ids:go=now",
                    "--",
                    "get",
                    "Bridge",
                    "br9",
                    "external_ids");
            vsctl(stage, "add-br", "br9");
            vsctl(stage, "set", "Bridge", "br9", "external_ids:go=later");
            vsctl(stage, "set", "Bridge", "br9", "external_ids:go=now");
            stage.await("waiter", "go=now");
            stage.stop("waiter", true);
            stage.dump("Open_vSwitch");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchCarriesOutWhatIsConfigured(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            vsctl(stage, "init");
            String control = stage.file("vswitchd.ctl").toString();
            stage.start(
                    "ovs-vswitchd",
                    "ovs-vswitchd",
                    stage.remote(),
                    "--enable-dummy=override",
                    "--disable-system",
                    "--unixctl=" + control,
                    "-vsyslog:off");
            stage.run("ovs-vsctl", "add-br", "br0", "--", "set", "Bridge", "br0", "datapath_type=dummy");
            for (String port : List.of("p1", "p2"))
                stage.run("ovs-vsctl", "add-port", "br0", port, "--", "set", "Interface", port, "type=dummy");
            stage.run("ovs-vsctl", "wait-until", "Interface", "p2", "ofport=2");
            stage.run("ovs-vsctl", "get", "Interface", "p1", "ofport", "admin_state", "link_state");
            stage.run("ovs-vsctl", "add-port", "br0", "bad", "--", "set", "Interface", "bad", "type=nonsense");
            stage.run("ovs-vsctl", "get", "Interface", "bad", "ofport");
            stage.runLocal("ovs-appctl", "-t", control, "dpif/show");
            stage.run("ovs-vsctl", "del-port", "bad", "--", "set", "Port", "p2", "tag=7");
            stage.run("ovs-vsctl", "get", "Port", "p2", "tag", "--", "get", "Open_vSwitch", ".", "cur_cfg");
            stage.run("ovs-vsctl", "del-port", "p2");
            stage.run("ovs-vsctl", "del-br", "br0");
            stage.run("ovs-vsctl", "--columns=name", "list", "Bridge");
            stage.runLocal("ovs-appctl", "-t", control, "exit");
            stage.dump(
                    "Open_vSwitch",
                    "Open_vSwitch.statistics",
                    "Open_vSwitch.system_version",
                    "Open_vSwitch.db_version");
        });
    }

    private static void vsctl(Stage stage, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("--no-wait"));
        all.addAll(List.of(arguments));
        stage.run("ovs-vsctl", all.toArray(String[]::new));
    }
}
