"""The workload on Python's ovs library: HOST PORT OUTSTANDING WARM-UP-SECONDS SECONDS."""
import collections
import sys
import time

import ovs.jsonrpc
import ovs.stream


class Load:
    def __init__(self, connection, outstanding):
        self.connection = connection
        self.outstanding = outstanding
        self.next = 0

    def send(self):
        params = ["OVN_Northbound",
                  {"op": "insert", "table": "Logical_Switch",
                   "row": {"name": "switch%d" % self.next,
                           "external_ids": ["map", [["owner", "bench"]]]}}]
        self.next += 1
        error = self.connection.send(ovs.jsonrpc.Message.create_request("transact", params))
        if error:
            sys.exit("send failed: %d" % error)

    def receive(self):
        while True:
            error, reply = self.connection.recv_block()
            if error:
                sys.exit("receive failed: %d" % error)
            if reply.type == ovs.jsonrpc.Message.T_REQUEST and reply.method == "echo":
                self.connection.send(ovs.jsonrpc.Message.create_reply(reply.params, reply.id))
                continue
            if len(reply.result) != 1 or "uuid" not in reply.result[0]:
                sys.exit("not inserted: %s" % reply.result)
            return

    def during(self, seconds):
        latencies = []
        started = collections.deque()  # The server answers in order.
        cpu = time.process_time()
        start = time.perf_counter()
        while True:
            running = time.perf_counter() - start < seconds
            while running and len(started) < self.outstanding:
                started.append(time.perf_counter())
                self.send()
            if not started:
                break
            self.receive()
            latencies.append(time.perf_counter() - started.popleft())
        elapsed = time.perf_counter() - start
        cpu = time.process_time() - cpu
        latencies.sort()
        count = len(latencies)
        return "report %.1f %.2f %d %d" % (count / elapsed, cpu / count * 1e6,
                                            latencies[count // 2] * 1e6,
                                            latencies[count * 99 // 100] * 1e6)


def main(host, port, outstanding, warm_up, seconds):
    error, stream = ovs.stream.Stream.open_block(ovs.stream.Stream.open("tcp:%s:%s" % (host, port)))
    if error:
        sys.exit("cannot connect: %d" % error)
    load = Load(ovs.jsonrpc.Connection(stream), int(outstanding))
    load.during(float(warm_up))
    print(load.during(float(seconds)))


main(*sys.argv[1:])
