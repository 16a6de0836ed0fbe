package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both of OVN's databases and the switch's on one server. */
@RequiresPeer({"ovsdb-server", "ovn-nbctl", "ovn-sbctl", "ovn-northd", "ovn-controller", "ovs-vswitchd", "ovs-vsctl"})
class OvnIT {
    private static final List<String> SCHEMAS = List.of("ovn-nb.ovsschema", "ovn-sb.ovsschema", "vswitch.ovsschema");

    @ParameterizedTest
    @EnumSource
    void theNorthboundDatabaseByItself(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            configure(stage);
            nbctl(stage, "lsp-add", "sw0", "sw0-p1");
            nbctl(stage, "lsp-set-addresses", "sw0-p1", "nonsense");
            nbctl(stage, "acl-add", "sw0", "from-lport", "1000", "ip4 && tcp.dst == 22", "drop");
            nbctl(stage, "acl-list", "sw0");
            nbctl(stage, "lb-add", "lb0", "30.0.0.1:80", "10.0.0.4:80,10.0.0.5:80");
            nbctl(stage, "ls-lb-add", "sw0", "lb0");
            nbctl(stage, "pg-add", "pg0", "sw0-p1");
            nbctl(stage, "create", "Address_Set", "name=as0", "addresses=10.0.0.1,10.0.0.2");
            nbctl(stage, "add", "Address_Set", "as0", "addresses", "10.0.0.3");
            nbctl(stage, "get", "Address_Set", "as0", "addresses");
            nbctl(stage, "lr-route-add", "lr0", "0.0.0.0/0", "20.0.0.254");
            nbctl(stage, "lr-route-list", "lr0");
            nbctl(stage, "lr-nat-add", "lr0", "snat", "30.0.0.1", "10.0.0.0/24");
            nbctl(stage, "lr-nat-list", "lr0");
            nbctl(stage, "dhcp-options-create", "10.0.0.0/24");
            stage.runSorted("ovn-nbctl", "show");
            stage.dump("OVN_Northbound");
            nbctl(stage, "lsp-del", "sw0-p1");
            nbctl(stage, "ls-del", "sw0");
            nbctl(stage, "lr-del", "lr0", "--", "lb-del", "lb0");
            stage.dump("OVN_Northbound");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSouthboundDatabaseByItself(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            sbctl(stage, "init");
            sbctl(stage, "chassis-add", "ch0", "geneve,vxlan", "127.0.0.1");
            sbctl(stage, "chassis-add", "ch1", "stt", "127.0.0.2");
            sbctl(stage, "chassis-add", "ch1", "stt", "127.0.0.2");
            sbctl(stage, "--may-exist", "chassis-add", "ch1", "stt", "127.0.0.2");
            sbctl(stage, "--id=@d", "create", "Datapath_Binding", "tunnel_key=1", "external_ids:name=sw0");
            sbctl(
                    stage,
                    "create",
                    "Port_Binding",
                    "logical_port=p1",
                    "tunnel_key=1",
                    "datapath=00000000-0000-0000-0000-000000000001");
            sbctl(
                    stage,
                    "--id=@d",
                    "create",
                    "Datapath_Binding",
                    "tunnel_key=2",
                    "--",
                    "create",
                    "Port_Binding",
                    "logical_port=p2",
                    "tunnel_key=1",
                    "datapath=@d");
            sbctl(stage, "lsp-bind", "p2", "ch0");
            sbctl(stage, "lsp-bind", "p2", "ch1");
            sbctl(stage, "wait-until", "Port_Binding", "p2", "chassis!=[]");
            stage.runSorted("ovn-sbctl", "show");
            sbctl(stage, "set", "Port_Binding", "p2", "options:k=v", "mac=\"a b\",\"c d\"");
            sbctl(stage, "remove", "Port_Binding", "p2", "mac", "\"a b\"");
            sbctl(stage, "get", "Port_Binding", "p2", "options", "mac", "tunnel_key");
            sbctl(stage, "--columns=name,encaps", "list", "Chassis", "ch1");
            stage.runSorted("ovn-sbctl", "--bare", "--columns=type", "find", "Encap", "ip=127.0.0.1");
            sbctl(stage, "set", "Port_Binding", "p2", "tunnel_key=99999999");
            sbctl(stage, "set-connection", "role=ovn-controller", "ptcp:6642:127.0.0.1", "read-only", "punix:sb.sock");
            stage.runSorted("ovn-sbctl", "get-connection");
            sbctl(stage, "del-connection");
            sbctl(stage, "lsp-unbind", "p2");
            sbctl(stage, "chassis-del", "ch1");
            sbctl(stage, "--if-exists", "chassis-del", "nobody");
            sbctl(stage, "chassis-del", "nobody");
            sbctl(stage, "lflow-list");
            sbctl(stage, "--all", "destroy", "Port_Binding");
            stage.dump("OVN_Southbound");
        });
    }

    @ParameterizedTest
    @EnumSource
    void northdAndAControllerTurnItIntoFlows(Transport transport) throws Exception {
        SameScript.onBoth(transport, SCHEMAS, stage -> {
            northd(stage);
            chassis(stage, transport);
            configure(stage);
            stage.run(
                    "ovs-vsctl",
                    "add-port",
                    "br-int",
                    "vif1",
                    "--",
                    "set",
                    "Interface",
                    "vif1",
                    "type=dummy",
                    "external_ids:iface-id=sw0-p1");
            sbctl(stage, "wait-until", "Port_Binding", "sw0-p1", "chassis!=[]");
            nbctl(stage, "wait-until", "Logical_Switch_Port", "sw0-p1", "up=true");
            nbctl(stage, "--wait=hv", "sync");
            stage.runSorted("ovn-sbctl", "show");
            stage.runSorted("ovn-sbctl", "lflow-list", "sw0");
            nbctl(stage, "--wait=hv", "acl-add", "sw0", "to-lport", "7", "ip6", "allow-related");
            nbctl(stage, "--wait=hv", "lsp-del", "sw0-p2");
            sbctl(stage, "--columns=logical_port", "find", "Port_Binding", "logical_port=sw0-p2");
            stage.runSorted("ovn-sbctl", "lflow-list");
            stage.runLocal("ovn-appctl", "-t", "ovn-controller", "connection-status");
            stage.runLocal("ovn-appctl", "-t", "ovn-controller", "exit");
            sbctl(stage, "--columns=name", "list", "Chassis");
            stage.runLocal("ovn-appctl", "-t", stage.file("northd.ctl").toString(), "exit");
            stage.dump(
                    "OVN_Northbound",
                    "NB_Global.nb_cfg_timestamp",
                    "NB_Global.sb_cfg_timestamp",
                    "NB_Global.hv_cfg_timestamp",
                    "NB_Global.options");
            stage.dump(
                    "OVN_Southbound",
                    "*.nb_cfg_timestamp",
                    "SB_Global.options",
                    "Logical_Flow.*",
                    "Logical_DP_Group.*",
                    "MAC_Binding.*");
        });
    }

    private static void configure(Stage stage) {
        nbctl(stage, "init");
        nbctl(stage, "ls-add", "sw0");
        nbctl(stage, "lsp-add", "sw0", "sw0-p1", "--", "lsp-set-addresses", "sw0-p1", "00:00:00:00:00:01 10.0.0.1");
        nbctl(stage, "lsp-add", "sw0", "sw0-p2", "--", "lsp-set-addresses", "sw0-p2", "00:00:00:00:00:02 10.0.0.2");
        nbctl(stage, "lr-add", "lr0");
        nbctl(stage, "lrp-add", "lr0", "lr0-sw0", "00:00:00:00:ff:01", "10.0.0.254/24");
        nbctl(
                stage,
                "lsp-add",
                "sw0",
                "sw0-lr0",
                "--",
                "lsp-set-type",
                "sw0-lr0",
                "router",
                "--",
                "lsp-set-addresses",
                "sw0-lr0",
                "router",
                "--",
                "lsp-set-options",
                "sw0-lr0",
                "router-port=lr0-sw0");
    }

    /** It would make up this address by chance. */
    private static void northd(Stage stage) {
        nbctl(stage, "init");
        nbctl(stage, "set", "NB_Global", ".", "options:svc_monitor_mac=\"00:00:00:00:fe:01\"");
        stage.start(
                "ovn-northd",
                "ovn-northd",
                "--ovnnb-db=" + stage.remote(),
                "--ovnsb-db=" + stage.remote(),
                "--unixctl=" + stage.file("northd.ctl"),
                "-vsyslog:off");
    }

    private static void chassis(Stage stage, Transport transport) {
        stage.run("ovs-vsctl", "--no-wait", "init");
        stage.run(
                "ovs-vsctl",
                "--no-wait",
                "set",
                "Open_vSwitch",
                ".",
                "external_ids:system-id=ch0",
                "external_ids:hostname=host0",
                "external_ids:ovn-encap-type=geneve",
                "external_ids:ovn-encap-ip=127.0.0.1",
                "external_ids:ovn-remote=" + stage.remote());
        stage.start(
                "ovs-vswitchd",
                "ovs-vswitchd",
                stage.remote(),
                "--enable-dummy=override",
                "--disable-system",
                "--unixctl=" + stage.file("vswitchd.ctl"),
                "-vsyslog:off");
        stage.run(
                "ovs-vsctl",
                "add-br",
                "br-int",
                "--",
                "set",
                "Bridge",
                "br-int",
                "datapath_type=dummy",
                "fail_mode=secure");
        controller(stage, transport);
    }

    /**
     * A controller takes the keys of its command line for the southbound database only, and those in the switch's database before
     * them; the switch's own it reaches without TLS, and no other way.
     */
    private static void controller(Stage stage, Transport transport) {
        if (transport == Transport.TLS)
            stage.run(
                    "ovs-vsctl",
                    "set-ssl",
                    stage.pki().client().privateKey().toString(),
                    stage.pki().client().certificate().toString(),
                    stage.pki().authority().toString());
        stage.startLocal("ovn-controller", "ovn-controller", stage.remoteWithoutKeys(), "--pidfile", "-vsyslog:off");
    }

    private static void nbctl(Stage stage, String... arguments) {
        stage.run("ovn-nbctl", arguments);
    }

    private static void sbctl(Stage stage, String... arguments) {
        stage.run("ovn-sbctl", arguments);
    }
}
