"""Follows a database, and asks for a lock, through the Python IDL until it is ended.

usage: follow.py REMOTE SCHEMA-FILE
"""
import sys

import ovs.db.idl
import ovs.poller

remote, schema = sys.argv[1:3]
helper = ovs.db.idl.SchemaHelper(location=schema)
helper.register_all()
idl = ovs.db.idl.Idl(remote, helper)
idl.set_lock("follow")  # So that it has more than one request at a time.
while True:
    idl.run()
    poller = ovs.poller.Poller()
    idl.wait(poller)
    poller.block()
