package dev.ovsdb.conformance.suite;

import dev.ovsdb.conformance.ConformanceCase;
import dev.ovsdb.conformance.Feature;
import dev.ovsdb.conformance.Profile;
import dev.ovsdb.conformance.suite.Case.Changes;
import dev.ovsdb.conformance.suite.Case.Setting;
import dev.ovsdb.conformance.suite.Case.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the file of a case: a {@link Header}, an empty line, then steps. Lines that begin with {@code #} are comments. */
final class CaseReader {
    private final String name;
    private final Header header;
    private final List<Step> steps = new ArrayList<>();

    private CaseReader(String name, String text) {
        this.name = name;
        this.header = new Header(name);
        read(text.lines().toList());
    }

    /** @throws IllegalArgumentException if the text is no case; the message names place and reason */
    static Case read(String name, String text) {
        CaseReader reader = new CaseReader(name, text);
        return new Case(reader.info(), reader.setting(), reader.steps);
    }

    /** @throws IllegalArgumentException as {@link #read} */
    static KnownDifference readKnown(String name, String text) {
        CaseReader reader = new CaseReader(name, text);
        return new KnownDifference(
                reader.header.require("instead-of"),
                reader.header.require("of"),
                reader.header.require("reason"),
                reader.steps);
    }

    /** @throws IllegalArgumentException as {@link #read} */
    static Extension readExtension(String name, String text) {
        CaseReader reader = new CaseReader(name, text);
        return new Extension(name, reader.header.get("database", Case.NO_DATABASE), reader.steps);
    }

    private void read(List<String> lines) {
        boolean inHeader = true;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) continue;
            if (line.isBlank()) inHeader = false;
            else if (inHeader) header.read(i + 1, line);
            else steps.add(step(i + 1, line));
        }
        if (steps.stream().noneMatch(Step::isExpectation)) throw bad("expects nothing");
    }

    private Step step(int number, String line) {
        try {
            return StepReader.read(number, line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private ConformanceCase info() {
        return new ConformanceCase(
                name,
                header.require("title"),
                header.require("source"),
                Feature.named(header.require("feature")).orElseThrow(() -> bad("has an unknown feature")),
                Profile.named(header.require("profile")).orElseThrow(() -> bad("has an unknown profile")),
                header.require("rule"));
    }

    private Setting setting() {
        List<String> extensions =
                header.get("extension").map(list -> List.of(list.split(" +"))).orElse(List.of());
        return new Setting(
                extensions,
                header.get("database", Case.NO_DATABASE),
                header.get("needs", ""),
                Changes.valueOf(constant("changes", "nothing")),
                Writes.valueOf(constant("writes", "whole")));
    }

    private String constant(String line, String otherwise) {
        return header.get(line, otherwise).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(name + " " + what);
    }
}
