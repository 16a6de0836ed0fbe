package dev.ovsdb.benchmarks.workload;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of the workloads: units of 32 in the shape that OVN gives them, 1 switch, 20 ports, 9 ACLs, 1 address set and 1 port
 * group, about 590 bytes a row. Every UUID follows from the unit and the row's place in it; its first 32 bits, by which the reference
 * hashes, are spread as random ones are.
 */
public final class Units {
    public static final int ROWS = 32;
    public static final int PORTS = 20;
    private static final int ACLS = 9;

    private Units() {}

    /** How many units make up this many rows. */
    static int switches(int rows) {
        return Math.max(1, (rows + ROWS - 1) / ROWS);
    }

    /** How many ports there are among this many rows. */
    public static int ports(int rows) {
        return switches(rows) * PORTS;
    }

    public static String uuid(int kind, int number) {
        return String.format(Locale.ROOT, "%08x-0000-4000-8000-%012x", spread(number), kind);
    }

    /** The first 32 bits of the UUIDs of this number: others for each number. */
    static int spread(int number) {
        return number * 0x9E3779B1;
    }

    public static String switchUuid(int unit) {
        return uuid(1, unit);
    }

    public static String portUuid(int number) {
        return uuid(2, number);
    }

    public static String portName(int number) {
        return String.format(Locale.ROOT, "port%08x", number);
    }

    /** The log record of one unit: rows by UUID by table. */
    static String record(int unit) {
        return "{\"Logical_Switch\":{" + row(switchUuid(unit), logicalSwitch(unit)) + "},\"Logical_Switch_Port\":{"
                + rows(PORTS, i -> row(portUuid(unit * PORTS + i), port(unit, i))) + "},\"ACL\":{"
                + rows(ACLS, i -> row(uuid(3, unit * ACLS + i), acl(unit, i))) + "},\"Address_Set\":{"
                + row(uuid(4, unit), addressSet(unit)) + "},\"Port_Group\":{" + row(uuid(5, unit), portGroup(unit))
                + "},\"_date\":1700000000000}";
    }

    /** The operations that insert one unit. */
    public static String operations(int unit) {
        return insert("Logical_Switch", switchUuid(unit), logicalSwitch(unit)) + ","
                + rows(PORTS, i -> insert("Logical_Switch_Port", portUuid(unit * PORTS + i), port(unit, i))) + ","
                + rows(ACLS, i -> insert("ACL", uuid(3, unit * ACLS + i), acl(unit, i))) + ","
                + insert("Address_Set", uuid(4, unit), addressSet(unit)) + ","
                + insert("Port_Group", uuid(5, unit), portGroup(unit));
    }

    private static String insert(String table, String uuid, String row) {
        return "{\"op\":\"insert\",\"table\":\"" + table + "\",\"uuid\":\"" + uuid + "\",\"row\":" + row + "}";
    }

    private static String row(String uuid, String row) {
        return "\"" + uuid + "\":" + row;
    }

    private static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining(","));
    }

    private static String references(int kind, int from, int count) {
        return "[\"set\",[" + rows(count, i -> "[\"uuid\",\"" + uuid(kind, from + i) + "\"]") + "]]";
    }

    private static String logicalSwitch(int unit) {
        return "{\"name\":\"switch" + unit + "\",\"ports\":" + references(2, unit * PORTS, PORTS) + ",\"acls\":"
                + references(3, unit * ACLS, ACLS) + ",\"external_ids\":[\"map\",[[\"owner\",\"bench\"]]]}";
    }

    private static String port(int unit, int i) {
        int number = unit * PORTS + i;
        String mac = String.format(
                Locale.ROOT,
                "0a:00:%02x:%02x:%02x:%02x",
                number >> 24,
                number >> 16 & 255,
                number >> 8 & 255,
                number & 255);
        String address = mac + " 10." + (number >> 16 & 255) + "." + (number >> 8 & 255) + "." + (number & 255);
        return "{\"name\":\"" + portName(number) + "\",\"addresses\":\"" + address + "\",\"port_security\":\"" + address
                + "\",\"external_ids\":[\"map\",[[\"neutron:device_id\",\"" + uuid(9, number)
                + "\"],[\"neutron:project_id\",\"" + uuid(8, unit)
                + "\"],[\"neutron:revision_number\",\"7\"]]],\"options\":[\"map\",[[\"mcast_flood\",\"false\"],[\"requested-chassis\",\"chassis"
                + number % 100 + "\"]]]}";
    }

    private static String acl(int unit, int i) {
        return "{\"action\":\"allow-related\",\"direction\":\"to-lport\",\"priority\":" + (1000 + i)
                + ",\"match\":\"outport == @pg_" + uuid(5, unit).replace('-', '_') + " && ip4 && ip4.src == $as_"
                + uuid(4, unit).replace('-', '_') + " && tcp && tcp.dst >= " + (1000 + i) + " && tcp.dst <= "
                + (2000 + i) + "\",\"external_ids\":[\"map\",[[\"a\",\"" + uuid(7, i)
                + "\"],[\"b\",\"rule\"],[\"c\",\"7\"],[\"d\",\"x\"],[\"e\",\"y\"]]]}";
    }

    private static String addressSet(int unit) {
        return "{\"name\":\"as" + unit + "\",\"addresses\":[\"set\",["
                + rows(200, i -> "\"10." + (unit >> 8 & 255) + "." + (unit & 255) + "." + i + "\"") + "]]}";
    }

    private static String portGroup(int unit) {
        return "{\"name\":\"pg" + unit + "\",\"ports\":" + references(2, unit * PORTS, PORTS) + ",\"acls\":"
                + references(3, unit * ACLS, ACLS) + "}";
    }
}
