package dev.ovsdb.testkit.simulation;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Runs many seeds: {@code SimulationRun [FIRST [COUNT]]}; says each that fails, and how many there were in a second. With {@code
 * -Dseed=N}, one seed, with a line for each thing that happens.
 */
public final class SimulationRun {
    private static final int REPORT = 1_000;

    private SimulationRun() {}

    /** Exits with status 1 if a seed failed. */
    public static void main(String[] arguments) {
        Long single = Long.getLong("seed");
        if (single != null) {
            System.exit(read(single) ? 0 : 1);
        }
        long first = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        System.exit(search(first, count) == 0 ? 0 : 1);
    }

    private static boolean read(long seed) {
        try {
            System.out.println(new Simulation(seed, System.out::println).run());
            return true;
        } catch (Violation e) {
            e.printStackTrace(System.out);
            return false;
        }
    }

    private static int search(long first, int count) {
        int failed = 0;
        long events = 0;
        long transactions = 0;
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            try {
                Simulation.Outcome outcome = new Simulation(first + i, null).run();
                events += outcome.events();
                transactions += outcome.transactions();
                if (Boolean.getBoolean("twice")) {
                    long again = new Simulation(first + i, null).run().hash();
                    Violation.unless(again == outcome.hash(), "played again, it goes another way");
                }
            } catch (Violation e) {
                failed++;
                System.out.printf("seed %d: %s%n", first + i, e.getMessage());
            }
            if ((i + 1) % REPORT == 0) {
                say(i + 1, failed, events, transactions, began);
            }
        }
        say(count, failed, events, transactions, began);
        return failed;
    }

    private static void say(int seeds, int failed, long events, long transactions, long began) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d seeds, %d failed; %d events, %d transactions; %.0f s, %.0f seeds a second, %.0f a second of its thread%n",
                seeds,
                failed,
                events,
                transactions,
                seconds,
                seeds / seconds,
                seeds / cpu);
    }
}
