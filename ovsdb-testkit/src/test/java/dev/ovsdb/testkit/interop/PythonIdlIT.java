package dev.ovsdb.testkit.interop;

import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.Peers;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@RequiresPeer({"ovsdb-server", "python3-ovs"})
class PythonIdlIT {
    @ParameterizedTest
    @EnumSource
    void replicatesAndWrites(Transport transport) throws Exception {
        Path script = Path.of(PythonIdlIT.class.getResource("/interop/idl.py").toURI());
        String python = Peers.python("ovs").orElseThrow().toString();
        SameScript.onBoth(transport, List.of("ovn-nb.ovsschema"), stage -> {
            stage.runPython(python, script, InstalledSchemas.require("ovn-nb.ovsschema"));
            stage.dump("OVN_Northbound");
        });
    }
}
