package dev.ovsdb.codegen.name;

import dev.ovsdb.protocol.Atom;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** What a name of a schema is in Java, if it does not clash with anything. */
public final class Identifiers {
    private Identifiers() {}

    /** A type's name: {@code Logical_Switch_Port} is {@code LogicalSwitchPort}. */
    public static String type(String name) {
        StringBuilder type = new StringBuilder();
        for (String part : name.split("_")) {
            type.append(capitalised(part));
        }
        return type.toString();
    }

    /** A method's name: {@code external_ids} is {@code externalIds}. It may be a keyword. */
    public static String method(String name) {
        StringBuilder method = new StringBuilder();
        for (String part : name.split("_")) {
            method.append(method.isEmpty() ? decapitalised(part) : capitalised(part));
        }
        return method.toString();
    }

    /** A constant's name: {@code external_ids} is {@code EXTERNAL_IDS}. */
    public static String constant(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** The constant that stands for a value: {@code dpdk-client} is {@code DPDK_CLIENT}, -1 is {@code VALUE_MINUS_1}. */
    public static String constant(Atom value) {
        if (value instanceof Atom.StringAtom string) {
            return ofText(string.value());
        }
        return value instanceof Atom.BooleanAtom ? value.toString().toUpperCase(Locale.ROOT) : ofNumber(value);
    }

    private static String ofNumber(Atom value) {
        String digits = value.toString();
        boolean negative = digits.startsWith("-");
        return "VALUE_" + (negative ? "MINUS_" + words(digits.substring(1)) : words(digits));
    }

    private static String ofText(String text) {
        String words = words(text);
        if (text.isEmpty()) {
            return "EMPTY";
        }
        if (words.chars().allMatch(letter -> letter == '_')) {
            return "VALUE";
        }
        return Character.isDigit(words.charAt(0)) ? "_" + words : words;
    }

    private static String words(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    public static boolean isKeyword(String name) {
        return SourceVersion.isKeyword(name, SourceVersion.RELEASE_17) || name.equals("yield");
    }

    private static String capitalised(String part) {
        return part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1);
    }

    /** {@code MAC} is {@code mac}, {@code ovsVersion} itself. */
    private static String decapitalised(String part) {
        if (part.equals(part.toUpperCase(Locale.ROOT))) {
            return part.toLowerCase(Locale.ROOT);
        }
        return Character.toLowerCase(part.charAt(0)) + part.substring(1);
    }
}
