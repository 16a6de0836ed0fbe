package dev.ovsdb.benchmarks.harness;

/**
 * What every driver is started with: {@code HOST PORT OUTSTANDING WARM-UP-SECONDS SECONDS}.
 *
 * @param host numeric address of the server
 * @param port its TCP port
 * @param outstanding how many transactions are kept under way, at least 1
 * @param warmUpSeconds how long to run before measuring
 * @param seconds how long to measure
 */
public record DriverArguments(String host, int port, int outstanding, double warmUpSeconds, double seconds) {
    public static DriverArguments parse(String... arguments) {
        if (arguments.length != 5) {
            throw new IllegalArgumentException("expected HOST PORT OUTSTANDING WARM-UP-SECONDS SECONDS");
        }
        return new DriverArguments(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Double.parseDouble(arguments[3]),
                Double.parseDouble(arguments[4]));
    }
}
