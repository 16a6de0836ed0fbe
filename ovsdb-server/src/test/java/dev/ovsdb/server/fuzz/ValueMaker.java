package dev.ovsdb.server.fuzz;

import dev.ovsdb.jsonrpc.testing.Choices;
import java.util.List;

/** Makes values, conditions and mutations of {@link Town}, most of them of the right type. JSON with single quotes. */
final class ValueMaker {
    private static final List<String> HOUSE =
            List.of("name", "n", "b", "r", "rooms", "next", "tags", "ids", "ports", "seen", "fixed");
    private static final List<String> ROOM = List.of("kind", "inner", "near");
    private static final List<String> KEY = List.of("to", "u");

    private final Choices choices;

    ValueMaker(Choices choices) {
        this.choices = choices;
    }

    /** True once in so many times, as it were. */
    private boolean rarely() {
        return choices.below(32) == 31;
    }

    String table() {
        return rarely() ? "None" : choices.pick("House", "Room", "Key", "House");
    }

    String column(String table) {
        List<String> columns = columns(table);
        return rarely() ? choices.pick("_uuid", "_version", "more", "x") : columns.get(choices.below(columns.size()));
    }

    private static List<String> columns(String table) {
        return switch (table) {
            case "Room" -> ROOM;
            case "Key" -> KEY;
            default -> HOUSE;
        };
    }

    /** One of few UUIDs, so that inputs meet again what they made. */
    String uuid() {
        return "00000000-0000-4000-8000-00000000000" + choices.below(8);
    }

    String reference() {
        return choices.below(3) == 0 ? "['named-uuid','r" + choices.below(3) + "']" : "['uuid','" + uuid() + "']";
    }

    String value(String column) {
        return rarely() ? odd() : usual(column);
    }

    private String usual(String column) {
        return switch (column) {
            case "name" -> "'" + choices.text(choices.below(10)) + "'";
            case "n", "seen", "fixed", "more" -> integer();
            case "b" -> choices.pick("true", "false");
            case "r" -> choices.pick("0", "1.5", "-2", "1e300", "0.1", "3");
            case "kind" -> rarely() ? "'cellar'" : choices.pick("'hall'", "'bath'", "''");
            case "next", "inner", "u" -> choices.pick(reference(), "['set',[]]");
            case "to", "_uuid", "_version" -> reference();
            case "rooms", "near" -> set(reference(), reference());
            case "tags" -> set("'" + choices.text(1) + "'", "'" + choices.text(1) + "'");
            case "ids" -> map("'" + choices.text(1) + "'", "'" + choices.text(2) + "'");
            case "ports" -> map(integer(), reference());
            default -> odd();
        };
    }

    private String integer() {
        return rarely()
                ? choices.pick("10", "9223372036854775807", "-9223372036854775808")
                : choices.pick("0", "1", "2", "9", "-1", "3");
    }

    private String set(String one, String other) {
        return choices.pick(one, "['set',[]]", "['set',[" + one + "," + other + "]]", "['set',[" + one + "]]");
    }

    private String map(String key, String value) {
        return choices.pick(
                "['map',[[" + key + "," + value + "]]]", "['map',[]]", "['map',[[" + key + "," + value + "]]]");
    }

    private String odd() {
        return choices.pick(
                "null",
                "{}",
                "[]",
                "'text'",
                "7",
                "1.5",
                "['set',['a','a']]",
                "['map',[['k','v'],['k','w']]]",
                "true",
                "['uuid','x']",
                "['named-uuid','1']",
                "['set',[1,'a']]",
                "'\\ud83d\\ude00\\u00e9'",
                "[[['deep']]]",
                "1e400");
    }

    String where(String table) {
        StringBuilder where = new StringBuilder("[");
        for (int i = choices.below(3); i > 0; i--) {
            where.append(where.length() == 1 ? "" : ",").append(condition(table));
        }
        return where.append("]").toString();
    }

    private String condition(String table) {
        if (rarely()) {
            return choices.pick("true", "false", "['name']", "['n','like',1]");
        }
        String column = choices.below(4) == 0 ? "_uuid" : column(table);
        String function = choices.pick("==", "!=", "includes", "excludes", "==", ordered(column) ? "<=" : "==");
        return "['" + column + "','" + function + "'," + value(column) + "]";
    }

    private static boolean ordered(String column) {
        return column.equals("n") || column.equals("r") || column.equals("seen") || column.equals("fixed");
    }

    String mutation(String table) {
        String column = rarely() ? column(table) : mutated(table);
        String mutator = ordered(column) || rarely()
                ? choices.pick("+=", "-=", "*=", "/=", "%=")
                : choices.pick("insert", "delete");
        return "['" + column + "','" + mutator + "'," + value(column) + "]";
    }

    private String mutated(String table) {
        return switch (table) {
            case "Room" -> choices.pick("near", "inner");
            case "Key" -> "u";
            default -> choices.pick("n", "r", "seen", "rooms", "tags", "ids", "ports", "next");
        };
    }

    String row(String table) {
        StringBuilder row = new StringBuilder("{");
        for (int i = choices.below(5); i > 0; i--) {
            String column = column(table);
            row.append(row.length() == 1 ? "" : ",").append("'" + column + "':" + value(column));
        }
        return row.append("}").toString();
    }

    String columnList(String table) {
        StringBuilder list = new StringBuilder("[");
        for (int i = choices.below(4); i > 0; i--) {
            list.append(list.length() == 1 ? "" : ",").append("'" + column(table) + "'");
        }
        return list.append("]").toString();
    }
}
