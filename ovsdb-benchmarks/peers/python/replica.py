"""The tasks of the replicas' comparison on Python's IDL: SCHEMA-FILE TASK SOCKET CONTROL ROWS WARM-UP SECONDS.

What is measured and printed, and the rows by which the writer says where it is, are those of the package
dev.ovsdb.benchmarks.idl. Nothing here warms up but by what everybody is sent: an interpreter gets no faster.
"""
import random
import sys
import threading
import time
import uuid
import zlib

import ovs.db.idl
import ovs.poller

MARKS = "Load_Balancer"
PORTS = "Logical_Switch_Port"
MOMENTS = "other_config"


class Replica(ovs.db.idl.Idl):
    """A replica of everything, which tells an observer of every change of a row."""

    def __init__(self, schema, socket):
        helper = ovs.db.idl.SchemaHelper(schema)
        helper.register_all()
        super().__init__("unix:" + socket, helper, leader_only=False)
        self.observe = None

    def notify(self, event, row, updates=None):
        if self.observe:
            self.observe(row)

    def run_until(self, condition):
        while not condition():
            if not self.run():
                poller = ovs.poller.Poller()
                self.wait(poller)
                poller.block()

    def run_until_live(self):
        self.run_until(lambda: self.state == self.IDL_S_MONITORING)


def say(*words):
    print(*words, flush=True)


def figures(**values):
    say("figures", *["%s %.3f" % (name.replace("_", "-"), value) for name, value in values.items()])


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) * 1024


# ---- The tasks; each returns the replica as it is in the end.

def load(replica, rows, warm_up, seconds):
    before = resident()
    cpu = time.process_time()
    start = time.perf_counter()
    replica.run_until_live()
    elapsed = time.perf_counter() - start
    cpu = time.process_time() - cpu
    cold = {"cold_seconds": elapsed, "cold_CPU": cpu} if warm_up else {}
    figures(seconds=elapsed, CPU=cpu, **cold, row_bytes=(resident() - before) / rows,
            RSS_MB=resident() / 2**20)


class Observer:
    """Measures from one mark to another. A mark counts when all of its message was taken in."""

    def __init__(self, replica):
        self.marks = []
        self.begin()
        replica.run_until_live()
        replica.observe = self.observe
        say("live")
        ended = False
        while not ended:
            replica.run_until(lambda: self.marks)
            ended = self.marked(self.marks.pop())

    def observe(self, row):
        if row._table.name == MARKS:
            self.marks.append(row.name)
        else:
            self.change(row)

    def marked(self, name):
        if name == "begin":
            self.begin()
            say("begin")
        else:
            self.end()
        return name == "end"


class Follower(Observer):
    def begin(self):
        self.heard = 0
        self.start = time.perf_counter()
        self.cpu = time.process_time()

    def change(self, row):
        self.heard += 1

    def end(self):
        elapsed = time.perf_counter() - self.start
        cpu = time.process_time() - self.cpu
        figures(seconds=elapsed, CPU=cpu, changes=self.heard)


def follow(replica, rows, warm_up, seconds):
    Follower(replica)


class Late(Observer):
    def begin(self):
        self.times = []

    def change(self, row):
        now = time.monotonic_ns() // 1000
        self.times.append((now - int(row.other_config["stamp"])) % 100000000)

    def end(self):
        self.times.sort()
        count = len(self.times)
        figures(p50_us=self.times[count // 2], p99_us=self.times[count * 99 // 100])


def lag(replica, rows, warm_up, seconds):
    Late(replica)


def read(replica, rows, warm_up, seconds):
    index = replica.index_create(PORTS, "by-name")
    index.add_column("name")
    replica.run_until_live()
    table = replica.tables[PORTS]
    order = sorted(table.rows.data)
    random.Random(1).shuffle(order)
    names = [table.rows[each].name for each in order]

    def by_uuid(i):
        return len(table.rows[order[i % len(order)]].name)

    def by_name(i):
        wanted = table.rows.IndexEntry(name=names[i % len(names)])
        return len(next(replica.index_equal(PORTS, "by-name", wanted)).name)

    figures(rate_uuid=rate(1, seconds, by_uuid), rate_uuid_2=rate(2, seconds, by_uuid),
            rate_name=rate(1, seconds, by_name), rate_name_2=rate(2, seconds, by_name))


def rate(threads, seconds, lookup):
    rates = []

    def alone(i):
        seen = 0
        start = time.perf_counter()
        while time.perf_counter() - start < seconds / 4:
            for _ in range(1000):
                seen += lookup(i)
                i += 1
        rates.append(seen / 12 / (time.perf_counter() - start) / 1e6)  # A name has 12 characters.

    pool = [threading.Thread(target=alone, args=(i * 7919,)) for i in range(threads)]
    for thread in pool:
        thread.start()
    for thread in pool:
        thread.join()
    return sum(rates)


def resume(replica, rows, warm_up, seconds):
    marks = []
    replica.run_until_live()
    replica.observe = lambda row: marks.append(row) if row._table.name == MARKS else None
    say("live")
    replica.run_until(lambda: marks)  # Asked behind a whole message: all of it is there.
    say("moment", time.monotonic_ns())
    assert marks.pop().name == "end"


# ---- The checksum of everything.

def text(atom):
    value = atom.value
    if isinstance(value, bool):
        return "true" if value else ""
    if isinstance(value, (int, float)):
        return str(value) if value else ""
    return str(value)


def checksum(string):
    return zlib.crc32(string.encode())


def elements(column, datum):
    total = 0
    for key, value in datum.values.items():
        if value is not None:
            total += checksum("%s:%s=%s" % (column, text(key), text(value)))
        elif text(key):
            total += checksum("%s:%s" % (column, text(key)))
    return total


def contents(replica):
    rows = 0
    total = 0
    for name, table in replica.tables.items():
        for row in table.rows.data.values() if name != MARKS else ():
            rows += 1
            own = sum(elements(*each) for each in dict.items(row._data) if each[0] != MOMENTS)
            total = total + own * (checksum(str(row.uuid)) | 1) & (1 << 48) - 1
    say("contents", rows, total)


def main(schema, task, socket, control, rows, warm_up, seconds):
    replica = Replica(schema, socket)
    tasks = {each.__name__: each for each in (load, follow, lag, read, resume)}
    tasks[task](replica, int(rows), float(warm_up), float(seconds))
    contents(replica)


main(*sys.argv[1:])
