package dev.ovsdb.cli.client;

import java.util.ArrayList;
import java.util.List;

/** Every combination of the options that change how output looks. */
final class Styles {
    private static final List<List<String>> FORMATS = List.of(
            List.of(),
            List.of("--format=table"),
            List.of("-f", "list"),
            List.of("--format=html"),
            List.of("-fcsv"),
            List.of("--format=json"),
            List.of("--bare"));
    private static final List<List<String>> DATA =
            List.of(List.of(), List.of("--data=string"), List.of("-d", "bare"), List.of("--data=json"));
    private static final List<String> FLAGS = List.of("--no-headings", "--pretty", "--timestamp");

    private Styles() {}

    static List<List<String>> all() {
        List<List<String>> styles = new ArrayList<>();
        for (List<String> format : FORMATS) {
            for (List<String> data : DATA) {
                for (int flags = 0; flags < 1 << FLAGS.size(); flags++) {
                    List<String> style = new ArrayList<>(format);
                    style.addAll(data);
                    for (int flag = 0; flag < FLAGS.size(); flag++) {
                        if ((flags >> flag & 1) == 1) {
                            style.add(FLAGS.get(flag));
                        }
                    }
                    styles.add(style);
                }
            }
        }
        return styles;
    }

    /** Those that the reference survives in a monitor: it crashes when it is to print the time as JSON. */
    static List<List<String>> ofMonitors() {
        return all().stream()
                .filter(style -> !(style.contains("--format=json") && style.contains("--timestamp")))
                .toList();
    }
}
