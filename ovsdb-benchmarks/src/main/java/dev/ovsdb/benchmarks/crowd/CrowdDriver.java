package dev.ovsdb.benchmarks.crowd;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The load's process: {@code CrowdDriver LOAD COUNT PLACE...}. It says {@code ready}, is told {@code NOTICE}, and says its figures. */
final class CrowdDriver {
    private static volatile long notice = -1; // What the run tells at the end; -1 before.

    private CrowdDriver() {}

    public static void main(String... args) throws Exception {
        Place place = Place.parse(Arrays.asList(args).subList(2, args.length));
        try (Pressure pressure = pressure(args[0], Integer.parseInt(args[1]), place)) {
            pressure.begin();
            awaitEnd();
            System.out.println("ready");
            while (notice < 0) pressure.press();
            System.out.println(pressure.end(notice).toLine());
        }
    }

    private static Pressure pressure(String name, int count, Place place) throws Exception {
        return switch (name) {
            case "idle" -> new IdleSessions(place, count, new Members());
            case "crowd" -> new Crowd(place, count);
            case "stopped-readers" -> new StoppedReaders(place, count);
            case "come-and-go" -> new ComeAndGo(place);
            case "unfinished" -> new UnfinishedMessages(place, count);
            case "giant" -> new GiantString(place);
            case "handshakes" -> new StalledHandshakes(place, count);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** On a thread of its own, for reading blocks. The end of the input is the end, too. */
    private static void awaitEnd() {
        Thread reader = new Thread(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                String line = in.readLine();
                notice = line == null ? 0 : Long.parseLong(line);
            } catch (Exception e) {
                notice = 0;
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** How many clients a load has where the idle ones are so many. */
    static int size(String load, int sessions) {
        return load.equals("idle") ? sessions : Math.max(1, sessions / 10);
    }

    static List<String> loads() {
        return List.of("idle", "crowd", "stopped-readers", "come-and-go", "unfinished", "giant", "handshakes");
    }
}
