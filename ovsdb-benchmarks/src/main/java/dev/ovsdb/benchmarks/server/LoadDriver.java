package dev.ovsdb.benchmarks.server;

import dev.ovsdb.benchmarks.workload.Target;
import java.util.Arrays;
import java.util.Objects;

/** The load's process: {@code LoadDriver LINE TARGET...}, as {@link Target#parse} reads it; prints its figures. */
final class LoadDriver {
    private LoadDriver() {}

    public static void main(String... args) throws Exception {
        Load load = Objects.requireNonNull(Line.exactly(args[0]).load());
        Target target = Target.parse(Arrays.copyOfRange(args, 1, args.length));
        System.out.println(load.run(target).toLine());
    }
}
