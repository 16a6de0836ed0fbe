package dev.ovsdb.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A clustered database: several {@code ovsdb-server} processes that keep one database by Raft.
 *
 * <p>Members are ordinary {@link ReferenceServer}s on TCP and Unix sockets, which a test may kill and restart; among
 * themselves they talk through Unix sockets, so that only the client's side uses ports. Confined to one thread.
 */
public final class ReferenceCluster implements AutoCloseable {
    private final WorkFolder raftSockets = WorkFolder.create();
    private final List<ReferenceServer> members = new ArrayList<>();
    private final String database;

    private ReferenceCluster(int size, String schema) {
        try {
            members.add(start(new DatabaseSource.Founder(schema, raftSocket(0))));
            database = members.get(0).databases().get(0);
            for (int i = 1; i < size; i++) {
                members.add(start(new DatabaseSource.Joiner(database, raftSocket(i), raftSocket(0))));
                awaitJoined(members.get(i));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a cluster of this size with an empty database; when this returns, each member has joined and there is a leader.
     * Skips, or fails, the calling test if the programs are missing: see {@link Peers}.
     */
    public static ReferenceCluster start(int size, String schema) {
        if (size < 1) throw new IllegalArgumentException("a cluster has at least 1 member, not " + size);
        Peers.require("ovsdb-server", "ovsdb-tool", "ovsdb-client", "ovs-appctl");
        ReferenceCluster cluster = new ReferenceCluster(size, schema);
        cluster.leader();
        return cluster;
    }

    /** The database's name. */
    public String database() {
        return database;
    }

    /** The members in the order in which they joined, also those that do not run. */
    public List<ReferenceServer> members() {
        return List.copyOf(members);
    }

    /** The member with this index. */
    public ReferenceServer member(int index) {
        return members.get(index);
    }

    /** Connection methods of all members, {@code "tcp"} or {@code "unix"}, separated by commas. */
    public String remotes(String name) {
        return members.stream().map(member -> member.remote(name)).collect(Collectors.joining(","));
    }

    /** The leader, once there is one among the running members. */
    public ReferenceServer leader() {
        return ClusterWait.leader(database, running(member -> true));
    }

    /** The running members that are not {@link #leader}. */
    public List<ReferenceServer> followers() {
        ReferenceServer leader = leader();
        return running(member -> member != leader);
    }

    /** Makes the leader hand over, and returns the new one. */
    public ReferenceServer transferLeadership() {
        ReferenceServer old = leader();
        old.appctl("cluster/failure-test", "transfer-leadership");
        return ClusterWait.leader(database, running(member -> member != old));
    }

    /** Waits until the member, new or restarted, is in contact with a majority of the cluster. */
    public void awaitJoined(ReferenceServer member) {
        ClusterWait.connected(database, member);
    }

    private ReferenceServer start(DatabaseSource source) {
        return ReferenceServer.builder().source(source).tcp().unix().start();
    }

    private Path raftSocket(int index) {
        return raftSockets.file("raft" + index);
    }

    private List<ReferenceServer> running(Predicate<ReferenceServer> wanted) {
        return members.stream()
                .filter(ReferenceServer::isRunning)
                .filter(wanted)
                .toList();
    }

    @Override
    public void close() {
        members.forEach(ReferenceServer::close);
        raftSockets.close();
    }
}
