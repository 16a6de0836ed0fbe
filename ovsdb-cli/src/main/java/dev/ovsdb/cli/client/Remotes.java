package dev.ovsdb.cli.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One SERVER argument: one or more connection methods, and perhaps the id of their cluster.
 *
 * @param cluster a server of another cluster is passed over
 */
record Remotes(List<String> methods, Optional<UUID> cluster) {
    /** A comma separates only what looks like a method: a Unix path may hold one. */
    private static final Pattern SEPARATOR = Pattern.compile(",(?=(?:tcp|ssl|unix|ptcp|pssl|punix|cid):)");

    Remotes {
        methods = List.copyOf(methods);
    }

    static Remotes parse(String argument) {
        List<String> methods = new ArrayList<>();
        Optional<UUID> cluster = Optional.empty();
        for (String part : SEPARATOR.split(argument)) {
            if (part.startsWith("cid:")) {
                cluster = uuid(part.substring("cid:".length()));
            } else {
                methods.add(part);
            }
        }
        return new Remotes(methods, cluster);
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** Whether an argument is meant as a SERVER and not as a database. */
    static boolean looksLikeOne(String argument) {
        return !argument.isEmpty() && isLetter(argument.charAt(0)) && argument.indexOf(':') >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
