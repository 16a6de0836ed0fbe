"""Follows a database through the Python IDL, and prints what it holds when it is told to.

usage: follow.py REMOTE SCHEMA-FILE COLUMNS
COLUMNS is a JSON object of lists of columns by table; an empty one stands for all columns of all tables.

Reads commands from its input, one a line:
  marker N          waits until the row of table Marker has a number that is not less
  conditions JSON   takes other conditions, an object of lists by table, and waits until the server has taken them
After each it prints the contents, row by row, and a line with a dot. It ends with its input.
"""
import json
import struct
import sys

import ovs.db.idl
import ovs.db.types
import ovs.poller

remote, schema, columns = sys.argv[1:4]
helper = ovs.db.idl.SchemaHelper(location=schema)
if json.loads(columns):
    for name, those in json.loads(columns).items():
        helper.register_columns(name, those)
else:
    helper.register_all()
idl = ovs.db.idl.Idl(remote, helper)
idl._session.reconnect.set_backoff_free_tries(1000000)


def wait(done):
    while not done():
        seqno = idl.change_seqno
        if idl.run() or idl.change_seqno != seqno:
            continue
        if done():
            return
        poller = ovs.poller.Poller()
        idl.wait(poller)
        poller.timer_wait(60000)
        poller.block()


def atom(value):
    kind = value.type
    if kind == ovs.db.types.RealType:
        return struct.pack(">d", value.value + 0.0).hex()
    if kind == ovs.db.types.BooleanType:
        return "true" if value.value else "false"
    if kind == ovs.db.types.StringType:
        return '"' + "".join(chr(byte) if 0x20 < byte < 0x7f and byte not in b'"%' else "%%%02x" % byte
                             for byte in value.value.encode()) + '"'
    return str(value.value)


def datum(value):
    return "[" + " ".join(sorted(atom(key) if of is None else atom(key) + ":" + atom(of)
                                 for key, of in value.values.items())) + "]"


def rows(value):
    found = value if isinstance(value, (list, tuple)) else [] if value is None else [value]
    return "[" + " ".join(sorted(str(row.uuid) for row in found)) + "]"


def cells(row, table):
    for name, column in sorted(table.columns.items()):
        yield name + "=" + datum(row._data[name])
        target = column.type.key.ref_table_name
        if target in idl.tables and not column.type.is_map():
            yield name + "->" + rows(getattr(row, name))


def contents():
    for name, table in sorted(idl.tables.items()):
        for uuid, row in sorted(table.rows.items(), key=lambda pair: str(pair[0])):
            print(name, uuid, *cells(row, table))
    print(".", flush=True)


def marked(number):
    return any(row.number >= number for row in idl.tables["Marker"].rows.values())


def taken(conditions):
    if idl.state != idl.IDL_S_MONITORING:
        return False  # After a reconnect they are taken for acknowledged when they are asked for.
    states = [idl.tables[table].condition_state for table in conditions]
    return all(state.acked == conditions[table] and state.requested is None and state.new is None
               for table, state in zip(conditions, states))


for line in sys.stdin:
    command, argument = line.rstrip("\n").split(" ", 1)
    if command == "marker":
        wait(lambda: marked(int(argument)))
    else:
        conditions = json.loads(argument)
        for table, condition in conditions.items():
            idl.cond_change(table, condition)
        wait(lambda: taken(conditions))
    contents()
idl.close()
