package dev.ovsdb.testkit.idl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is done to a database and to those who follow it.
 *
 * <p>As a file it has a step a line, a verb and a JSON text; lines that begin with {@code #} say what comes. The line {@code columns} says
 * which columns are followed, without it all are; {@code not-on} names a server on which it is not played.
 *
 * @param columns a JSON object of lists by table; empty for everything
 * @param notOn empty for none
 */
record History(String name, String columns, String notOn, Iterable<Step> steps) {
    static final String EVERYTHING = "{}";

    /** What is done. */
    enum Verb {
        /** A transaction that succeeds. */
        TRANSACT,
        /** One that does not. */
        REFUSED,
        /** One of which either will do. */
        TRY,
        /** Other conditions, for all who follow. */
        CONDITIONS,
        /** Columns are added to tables. */
        CONVERT,
        /** The connections of those who follow end. */
        CUT,
        /** The server ends in order, and comes again. */
        RESTART,
        /** The server ends at once, and comes again. */
        KILL
    }

    /** One thing that is done. */
    record Step(Verb verb, String json) {
        @Override
        public String toString() {
            return verb + " " + json;
        }
    }

    static History read(Path file) {
        String columns = EVERYTHING;
        String notOn = "";
        List<Step> steps = new ArrayList<>();
        for (String line : lines(file)) {
            int end = line.contains(" ") ? line.indexOf(' ') : line.length();
            String verb = line.substring(0, end);
            String argument = line.substring(end).strip();
            switch (verb) {
                case "#", "" -> {}
                case "columns" -> columns = argument;
                case "not-on" -> notOn = argument;
                default -> steps.add(new Step(Verb.valueOf(verb.toUpperCase(Locale.ROOT)), argument));
            }
        }
        return new History(file.getFileName().toString(), columns, notOn, steps);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
