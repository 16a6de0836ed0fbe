"""Follows and changes OVN_Northbound through the Python IDL; prints what it sees.

usage: idl.py REMOTE SCHEMA-FILE [PRIVATE-KEY CERTIFICATE CA-CERTIFICATE]
"""
import sys

import ovs.db.idl
import ovs.poller
import ovs.stream

remote, schema = sys.argv[1:3]
if len(sys.argv) > 3:
    ovs.stream.SSLStream.ssl_set_private_key_file(sys.argv[3])
    ovs.stream.SSLStream.ssl_set_certificate_file(sys.argv[4])
    ovs.stream.SSLStream.ssl_set_ca_cert_file(sys.argv[5])


class Watcher(ovs.db.idl.Idl):
    def notify(self, event, row, updates=None):
        columns = sorted(updates._data) if updates else []
        print(event, row._table.name, getattr(row, "name", ""), columns)


helper = ovs.db.idl.SchemaHelper(location=schema)
helper.register_all()
idl = Watcher(remote, helper)


def wait(done):
    while not done():
        seqno = idl.change_seqno
        if idl.run() or idl.change_seqno != seqno:
            continue
        poller = ovs.poller.Poller()
        idl.wait(poller)
        poller.timer_wait(30000)
        poller.block()


def commit(change):
    txn = ovs.db.idl.Transaction(idl)
    change(txn)
    status = txn.commit_block()
    print(status, txn.get_error())


def switches():
    return idl.tables["Logical_Switch"].rows.values()


def add(txn):
    for i in range(3):
        switch = txn.insert(idl.tables["Logical_Switch"])
        switch.name = "switch%d" % i
        port = txn.insert(idl.tables["Logical_Switch_Port"])
        port.name = "port%d" % i
        port.addresses = ["dynamic", "unknown"]
        switch.ports = [port]
        switch.external_ids = {"number": str(i)}


def change(txn):
    for switch in switches():
        switch.verify("name")
        switch.setkey("external_ids", "seen", "yes")
        switch.delkey("external_ids", "number")


def duplicate(txn):
    for _ in range(2):
        txn.insert(idl.tables["Meter"]).name = "same"


def delete(txn):
    for switch in list(switches()):
        if switch.name == "switch1":
            switch.delete()


def increment(txn):
    glob = list(idl.tables["NB_Global"].rows.values())[0]
    glob.increment("nb_cfg")


wait(lambda: idl.has_ever_connected())
commit(add)


def add_global(txn):
    txn.insert(idl.tables["NB_Global"]).name = "here"  # A row without any column would not be sent.


commit(add_global)
wait(lambda: len(switches()) == 3)
commit(change)
commit(duplicate)
commit(delete)
wait(lambda: len(switches()) == 2)
commit(increment)
idl.cond_change("Logical_Switch", [["name", "==", "switch2"]])
wait(lambda: len(switches()) == 1)
idl.cond_change("Logical_Switch", [True])
wait(lambda: len(switches()) == 2)
idl.set_lock("lock")
wait(lambda: idl.has_lock)
for row in sorted(switches(), key=lambda row: row.name):
    print(row.name, row.external_ids, [port.name for port in row.ports])
idl.close()
