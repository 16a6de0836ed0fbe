package dev.ovsdb.benchmarks.idl;

import dev.ovsdb.benchmarks.workload.Target;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.interest.Interest;
import java.util.Arrays;

/** Our replica's process: {@code ReplicaDriver TASK TARGET...}, as {@link Target#parse} reads it. */
final class ReplicaDriver {
    private ReplicaDriver() {}

    public static void main(String... args) throws Exception {
        Target target = Target.parse(Arrays.copyOfRange(args, 1, args.length));
        try (Idl idl = task(args[0]).run(target)) {
            System.out.println(Contents.line(idl));
        }
    }

    private static Task task(String name) {
        return switch (name) {
            case "load" -> LoadTask::run;
            case "follow" -> FollowTask::run;
            case "lag" -> LagTask::run;
            case "read" -> ReadTask::run;
            case "resume" -> ResumeTask::run;
            default -> throw new IllegalArgumentException("no task " + name);
        };
    }

    /** Measures, prints its figures, and returns the replica as it is in the end. */
    private interface Task {
        Idl run(Target target) throws Exception;
    }

    /** A replica of everything, which has no contents yet. */
    static Idl connect(Target target) {
        return Idl.of(Interest.everything("OVN_Northbound")).connect("unix:" + target.socket());
    }

    static Idl live(Target target) {
        Idl idl = connect(target);
        idl.live().join();
        return idl;
    }
}
