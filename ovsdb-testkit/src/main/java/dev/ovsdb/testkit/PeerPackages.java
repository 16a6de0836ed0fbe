package dev.ovsdb.testkit;

import java.util.Map;

/** Which package of Debian and Ubuntu brings which program or file. */
final class PeerPackages {
    private static final Map<String, String> PACKAGES = Map.ofEntries(
            Map.entry("ovsdb-server", "openvswitch-switch"),
            Map.entry("ovsdb-client", "openvswitch-switch"),
            Map.entry("ovsdb-tool", "openvswitch-switch"),
            Map.entry("ovs-appctl", "openvswitch-switch"),
            Map.entry("ovs-vsctl", "openvswitch-switch"),
            Map.entry("ovs-pki", "openvswitch-switch"),
            Map.entry("python3-ovs", "python3-openvswitch"),
            Map.entry("ovn-nbctl", "ovn-common"),
            Map.entry("ovn-sbctl", "ovn-common"),
            Map.entry("ovn-northd", "ovn-central"),
            Map.entry("ovn-controller", "ovn-host"),
            Map.entry("ovs-vswitchd", "openvswitch-switch"),
            Map.entry("vtep-ctl", "openvswitch-vtep"),
            Map.entry("vswitch.ovsschema", "openvswitch-switch"),
            Map.entry("vtep.ovsschema", "openvswitch-switch"),
            Map.entry("ovn-nb.ovsschema", "ovn-central"),
            Map.entry("ovn-sb.ovsschema", "ovn-central"),
            Map.entry("dockerd", "docker.io"),
            Map.entry("openssl", "openssl"));

    private PeerPackages() {}

    /** What the reader of the message can do about it. */
    static String advice(String program) {
        return "install it with ci/install-peers, or: apt-get install " + PACKAGES.getOrDefault(program, program);
    }
}
