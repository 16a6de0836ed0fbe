package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.junit.RequiresPeer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresPeer({"ovsdb-server", "vtep-ctl"})
class VtepCtlIT {
    @ParameterizedTest
    @EnumSource
    void aGatewayIsDescribed(Transport transport) throws Exception {
        SameScript.onBoth(transport, List.of("vtep.ovsschema"), stage -> {
            vtep(stage, "add-ps", "ps0", "--", "set", "Physical_Switch", "ps0", "tunnel_ips=10.0.0.1");
            vtep(stage, "add-port", "ps0", "p0");
            vtep(stage, "add-port", "ps0", "p1");
            vtep(stage, "add-port", "ps0", "p1");
            vtep(stage, "add-ls", "ls0", "--", "set", "Logical_Switch", "ls0", "tunnel_key=5000");
            vtep(stage, "bind-ls", "ps0", "p0", "0", "ls0");
            vtep(stage, "bind-ls", "ps0", "p1", "17", "ls0");
            vtep(stage, "list-bindings", "ps0", "p1");
            vtep(stage, "add-ucast-local", "ls0", "00:11:22:33:44:55", "10.0.0.1");
            vtep(stage, "add-ucast-remote", "ls0", "00:11:22:33:44:66", "10.0.0.2");
            vtep(stage, "add-mcast-remote", "ls0", "unknown-dst", "10.0.0.3");
            vtep(stage, "list-local-macs", "ls0");
            vtep(stage, "list-remote-macs", "ls0");
            vtep(
                    stage,
                    "add-lr",
                    "lr0",
                    "--",
                    "set",
                    "Logical_Router",
                    "lr0",
                    "switch_binding:192.168.1.1/24=@ls",
                    "--",
                    "--id=@ls",
                    "get",
                    "Logical_Switch",
                    "ls0");
            vtep(stage, "set-manager", "tcp:127.0.0.1:1");
            vtep(stage, "get-manager");
            vtep(stage, "list-ps");
            vtep(stage, "list-ls");
            vtep(stage, "unbind-ls", "ps0", "p1", "17");
            vtep(stage, "del-ucast-local", "ls0", "00:11:22:33:44:55");
            vtep(stage, "del-ls", "ls0");
            vtep(stage, "--columns=name", "find", "Physical_Port", "name=p1");
            stage.dump("hardware_vtep");
            vtep(stage, "clear-remote-macs", "ls0", "--", "del-lr", "lr0");
            vtep(stage, "del-port", "ps0", "p1", "--", "del-ps", "ps0");
            stage.dump("hardware_vtep");
        });
    }

    private static void vtep(Stage stage, String... arguments) {
        stage.run("vtep-ctl", arguments);
    }
}
