package dev.ovsdb.benchmarks.store;

import dev.ovsdb.jsonrpc.time.IdSource;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.engine.store.CommitResult;
import dev.ovsdb.server.engine.store.DatabaseStore;
import dev.ovsdb.server.engine.store.StoreTransaction;
import dev.ovsdb.server.engine.store.TableRow;
import dev.ovsdb.server.engine.store.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A store with the shape of {@code OVN_Northbound}: switches with many ports, each with a name of its own. */
final class Northbound {
    static final String SCHEMA = """
            {"name": "OVN_Northbound", "version": "1.0.0", "tables": {
              "Logical_Switch": {"isRoot": true, "columns": {
                "name": {"type": "string"},
                "ports": {"type": {"key": {"type": "uuid", "refTable": "Logical_Switch_Port"}, "min": 0,
                  "max": "unlimited"}},
                "other_config": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}}}},
              "Logical_Switch_Port": {"columns": {
                "name": {"type": "string"},
                "type": {"type": "string"},
                "options": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}},
                "parent_name": {"type": {"key": "string", "min": 0, "max": 1}},
                "tag": {"type": {"key": "integer", "min": 0, "max": 1}},
                "up": {"type": {"key": "boolean", "min": 0, "max": 1}},
                "enabled": {"type": {"key": "boolean", "min": 0, "max": 1}},
                "addresses": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
                "port_security": {"type": {"key": "string", "min": 0, "max": "unlimited"}},
                "dhcpv4_options": {"type": {"key": {"type": "uuid", "refTable": "DHCP_Options", "refType": "weak"},
                  "min": 0, "max": 1}},
                "external_ids": {"type": {"key": "string", "value": "string", "min": 0, "max": "unlimited"}}},
                "indexes": [["name"]]},
              "DHCP_Options": {"isRoot": true, "columns": {"cidr": {"type": "string"}}}}}""";

    final DatabaseSchema schema = DatabaseSchema.parse(SCHEMA);
    final IdSource ids = IdSource.random();
    final DatabaseStore store = new DatabaseStore(schema, ids);
    final TableStore switches = table("Logical_Switch");
    final TableStore ports = table("Logical_Switch_Port");
    final int portsColumn = switches.schema().requireColumnIndex("ports");
    private final Datum[] portDefaults = defaults(ports);
    private long named;

    TableStore table(String name) {
        return Objects.requireNonNull(store.table(name));
    }

    static Datum[] defaults(TableStore table) {
        return table.schema().columns().stream()
                .map(column -> column.defaultDatum())
                .toArray(Datum[]::new);
    }

    /** A port's values, all of them objects of their own as when they were parsed. */
    @Nullable
    Datum[] port() {
        @Nullable Datum[] values = new Datum[ports.schema().layout().size()];
        System.arraycopy(portDefaults, 0, values, 0, portDefaults.length);
        long number = named++;
        values[0] = Datum.of("port-" + number);
        values[7] = Datum.of("0a:00:00:00:00:01 10.0.0." + number);
        values[8] = Datum.of("0a:00:00:00:00:01 10.0.0." + number);
        values[10] = Datum.map(Map.of(
                Atom.of("neutron:port_name"), Atom.of("p" + number),
                Atom.of("neutron:project_id"), Atom.of("project-" + number),
                Atom.of("neutron:revision_number"), Atom.of("1")));
        return values;
    }

    /** A switch with so many ports. */
    TableRow fill(int count) {
        StoreTransaction transaction = store.begin();
        List<Atom> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UUID uuid = ids.nextUuid();
            transaction.insert(ports, uuid, port());
            all.add(Atom.of(uuid));
        }
        Datum[] values = defaults(switches);
        values[portsColumn] = Datum.set(all);
        TableRow made = transaction.insert(switches, ids.nextUuid(), values);
        commit(transaction);
        return made;
    }

    void commit(StoreTransaction transaction) {
        if (!(transaction.commit() instanceof CommitResult.Committed committed)) {
            throw new IllegalStateException("not committed");
        }
        store.publish(committed.version().number());
    }
}
