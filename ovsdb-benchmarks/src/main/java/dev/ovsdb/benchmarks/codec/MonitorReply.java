package dev.ovsdb.benchmarks.codec;

import dev.ovsdb.protocol.json.JsonWriter;
import java.util.UUID;

/**
 * The {@code <table-updates2>} of an {@code OVN_Northbound} database as it is in the field: units of one switch, twenty
 * ports and nine ACLs.
 */
public final class MonitorReply {
    private final JsonWriter out = new JsonWriter();
    private final int units;

    private MonitorReply(int units) {
        this.units = units;
    }

    public static byte[] ofUnits(int units) {
        return new MonitorReply(units).write();
    }

    private byte[] write() {
        out.beginObject();
        table("Logical_Switch", 1, this::logicalSwitch);
        table("Logical_Switch_Port", 20, this::port);
        table("ACL", 9, this::acl);
        return out.endObject().toByteArray();
    }

    private interface Columns {
        void write(int row);
    }

    private void table(String name, int each, Columns columns) {
        out.name(name).beginObject();
        for (int row = 0; row < units * each; row++) {
            out.name(uuid(name, row)).beginObject().name("initial").beginObject();
            columns.write(row);
            out.endObject().endObject();
        }
        out.endObject();
    }

    private void logicalSwitch(int row) {
        out.name("name").value("switch-" + row);
        references("ports", "Logical_Switch_Port", row * 20, 20);
        references("acls", "ACL", row * 9, 9);
    }

    private void port(int row) {
        out.name("name").value(uuid("port", row).toString());
        String address = "0a:00:00:%02x:%02x:%02x 10.%d.%d.%d"
                .formatted(row >> 16 & 255, row >> 8 & 255, row & 255, row >> 16 & 255, row >> 8 & 255, row & 255);
        out.name("addresses").value(address).name("port_security").value(address);
        map("external_ids", 3, row);
        map("options", 2, row);
        out.name("up").value(true).name("enabled").value(true);
    }

    private void acl(int row) {
        out.name("priority").value(1000 + row % 100).name("direction").value("to-lport");
        out.name("action").value("allow-related").name("log").value(false);
        out.name("match")
                .value(("outport == @pg_%s && ip4 && ip4.src == $as_%s_ip4 && tcp && tcp.dst >= %d && tcp.dst <= %d")
                        .formatted(uuid("group", row), uuid("set", row), row % 30000, row % 30000 + 100));
        map("external_ids", 5, row);
    }

    private void references(String column, String table, int first, int count) {
        out.name(column).beginArray().value("set").beginArray();
        for (int i = 0; i < count; i++) {
            out.beginArray().value("uuid").value(uuid(table, first + i)).endArray();
        }
        out.endArray().endArray();
    }

    private void map(String column, int size, int row) {
        out.name(column).beginArray().value("map").beginArray();
        for (int i = 0; i < size; i++) {
            out.beginArray()
                    .value("neutron:key-" + i)
                    .value("value-" + row + "-" + i)
                    .endArray();
        }
        out.endArray().endArray();
    }

    private static UUID uuid(String kind, int number) {
        long mixed = (kind.hashCode() * 31L + number) * 0x9e3779b97f4a7c15L;
        return new UUID(mixed, Long.rotateLeft(mixed, 17) ^ number);
    }
}
