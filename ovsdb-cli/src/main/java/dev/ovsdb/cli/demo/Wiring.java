package dev.ovsdb.cli.demo;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Select;
import dev.ovsdb.protocol.operation.Update;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The transactions of the demonstration, on the tables of {@code Open_vSwitch}. */
final class Wiring {
    static final String DATABASE = "Open_vSwitch";

    private Wiring() {}

    /**
     * A bridge with one port, which has one interface. Each row refers to the next by a name that lives as long as the
     * transaction, and the whole hangs from the root row: what no row refers to, the server deletes at commit.
     */
    static List<Operation> bridge(String name) {
        return List.of(
                Insert.into("Interface")
                        .uuidName("iface")
                        .set("name", name)
                        .set("type", "internal")
                        .build(),
                Insert.into("Port")
                        .uuidName("port")
                        .set("name", name)
                        .set("interfaces", Atom.named("iface"))
                        .build(),
                Insert.into("Bridge")
                        .uuidName("bridge")
                        .set("name", name)
                        .set("ports", Atom.named("port"))
                        .set("external_ids", Datum.stringMap(Map.of("made-by", "ovsdb demo")))
                        .build(),
                Insert.into("Open_vSwitch").set("bridges", Atom.named("bridge")).build());
    }

    /** Another port on a bridge that exists. */
    static List<Operation> port(UUID bridge, String name) {
        return List.of(
                Insert.into("Interface").uuidName("iface").set("name", name).build(),
                Insert.into("Port")
                        .uuidName("port")
                        .set("name", name)
                        .set("interfaces", Atom.named("iface"))
                        .build(),
                Mutate.in("Bridge")
                        .where(Condition.uuid(bridge))
                        .mutation(Mutation.insert("ports", Atom.named("port")))
                        .build());
    }

    static List<Operation> tag(String port, long vlan) {
        return List.of(Update.in("Port")
                .where(Condition.equal("name", port))
                .set("tag", vlan)
                .build());
    }

    /** Reads what was wired: bridges, ports and interfaces. */
    static List<Operation> everything() {
        return List.of(
                Select.from("Bridge")
                        .everyRow()
                        .columns("_uuid", "name", "ports", "external_ids")
                        .build(),
                Select.from("Port")
                        .everyRow()
                        .columns("_uuid", "name", "interfaces", "tag")
                        .build(),
                Select.from("Interface")
                        .everyRow()
                        .columns("_uuid", "name", "type")
                        .build());
    }
}
