package dev.ovsdb.testkit;

import java.nio.file.Path;

/** Where a database of a reference server comes from. */
sealed interface DatabaseSource {
    /** Puts what the server needs into its folder, for the database with this index. */
    void place(WorkFolder folder, int index);

    /** An empty database with this schema, which {@code ovsdb-tool create} makes at the first start. */
    record Schema(String json) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            folder.write(ServerPlan.schemaFile(index), json);
        }
    }

    /** A copy of an existing database file. */
    record Copy(Path file) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            folder.copy(file, ServerPlan.databaseFile(index));
        }
    }

    /** The first member's share of a new clustered database; raft messages go through a Unix socket. */
    record Founder(String json, Path raftSocket) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            String schema = folder.write(ServerPlan.schemaFile(index), json).toString();
            String file = folder.file(ServerPlan.databaseFile(index)).toString();
            Tool.named("ovsdb-tool").output("create-cluster", file, schema, "unix:" + raftSocket);
        }
    }

    /** A further member's share of a clustered database, which it gets from a running member. */
    record Joiner(String database, Path raftSocket, Path runningMember) implements DatabaseSource {
        @Override
        public void place(WorkFolder folder, int index) {
            String file = folder.file(ServerPlan.databaseFile(index)).toString();
            Tool.named("ovsdb-tool")
                    .output("join-cluster", file, database, "unix:" + raftSocket, "unix:" + runningMember);
        }
    }
}
