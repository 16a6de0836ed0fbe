package dev.ovsdb.cli.table;

import java.util.Arrays;
import java.util.Optional;

/** Finds a format by the name that it has on a command line, which is how it prints. */
final class FormatNames {
    private FormatNames() {}

    static <F extends Enum<F>> Optional<F> find(F[] formats, String name) {
        return Arrays.stream(formats)
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }
}
