package dev.ovsdb.cli.vlog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The level of each module at each destination. The highest of a module's levels is kept beside, so that a message nobody
 * wants costs one look.
 */
final class Levels {
    private static final String OTHERS = ""; // What is not in the list: no module has this name.

    private final Map<String, LogLevel[]> byModule = new TreeMap<>();
    private volatile Map<String, LogLevel> highest = new TreeMap<>();
    private boolean hasFile;

    Levels(List<String> modules) {
        byModule.put(OTHERS, new LogLevel[] {LogLevel.INFO, LogLevel.INFO, LogLevel.INFO});
        for (String module : modules) {
            byModule.put(module, new LogLevel[] {LogLevel.INFO, LogLevel.INFO, LogLevel.INFO});
        }
        update();
    }

    synchronized void set(LogSpec.Level change) {
        change.module()
                .ifPresent(module -> byModule.computeIfAbsent(
                        module,
                        added -> byModule.getOrDefault(OTHERS, new LogLevel[0]).clone()));
        byModule.forEach((module, levels) -> {
            if (change.isFor(module)) {
                for (Destination destination : Destination.values()) {
                    if (change.isFor(destination)) {
                        levels[destination.ordinal()] = change.level();
                    }
                }
            }
        });
        update();
    }

    /** From now on what only the file wants is worth making. */
    synchronized void fileIsOpen() {
        hasFile = true;
        update();
    }

    private void update() {
        Map<String, LogLevel> next = new TreeMap<>();
        byModule.forEach((module, levels) -> {
            LogLevel console = levels[Destination.CONSOLE.ordinal()];
            LogLevel file = hasFile ? levels[Destination.FILE.ordinal()] : LogLevel.OFF;
            next.put(module, console.compareTo(file) > 0 ? console : file);
        });
        highest = next;
    }

    boolean isEnabled(String module, LogLevel level) {
        Map<String, LogLevel> now = highest;
        LogLevel known = now.get(module);
        return (known == null ? now.getOrDefault(OTHERS, LogLevel.INFO) : known).includes(level);
    }

    synchronized LogLevel of(String module, Destination destination) {
        LogLevel[] known = byModule.get(module);
        return (known == null ? byModule.getOrDefault(OTHERS, new LogLevel[0]) : known)[destination.ordinal()];
    }

    synchronized String describe() {
        StringBuilder out = new StringBuilder();
        out.append("                 console    syslog    file\n");
        out.append("                 -------    ------    ------\n");
        byModule.forEach((module, levels) -> {
            if (!module.equals(OTHERS)) {
                out.append(String.format(
                        Locale.ROOT, "%-16s  %4s       %4s       %4s\n", module, levels[0], levels[1], levels[2]));
            }
        });
        return out.toString();
    }
}
