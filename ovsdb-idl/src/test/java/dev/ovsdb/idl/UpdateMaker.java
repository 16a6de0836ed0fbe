package dev.ovsdb.idl;

import dev.ovsdb.jsonrpc.testing.Choices;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages about rows of a table T, and keeps what they come to in plain maps. Most messages are as a server sends them;
 * some are not, and then it is known that they are not.
 */
final class UpdateMaker {
    static final String SCHEMA = Scene.schema(
            "'name':{'type':'string'},'n':{'type':'integer'},'tags':{'type':{'key':'string','min':0,'max':'unlimited'}},"
                    + "'ids':{'type':{'key':'string','value':'string','min':0,'max':'unlimited'}}",
            "'x':{'type':'integer'}");
    private static final int ROWS = 6;

    /** A row, plainly. */
    record Plain(String name, int n, TreeSet<String> tags, TreeMap<String, String> ids) {
        static Plain empty() {
            return new Plain("", 0, new TreeSet<>(), new TreeMap<>());
        }

        Map<String, String> columns() {
            Map<String, String> columns = new LinkedHashMap<>();
            columns.put("name", "'" + name + "'");
            columns.put("n", "" + n);
            columns.put("tags", set(tags));
            columns.put("ids", map(ids));
            return columns;
        }

        private static String set(TreeSet<String> elements) {
            return "['set',["
                    + String.join(
                            ",", elements.stream().map(tag -> "'" + tag + "'").toList()) + "]]";
        }

        private static String map(TreeMap<String, String> pairs) {
            return "['map',["
                    + String.join(
                            ",",
                            pairs.entrySet().stream()
                                    .map(pair -> "['" + pair.getKey() + "','" + pair.getValue() + "']")
                                    .toList())
                    + "]]";
        }
    }

    /**
     * A message.
     *
     * @param rows its {@code <table-updates>}
     * @param after what the table holds if it is right; null if it is not
     */
    record Message(String rows, @Nullable Map<UUID, Plain> after) {}

    private final Choices choices;
    private final boolean whole; // Rows old and new, as the oldest method has them, not differences.
    private boolean right;

    UpdateMaker(Choices choices, boolean whole) {
        this.choices = choices;
        this.whole = whole;
    }

    /** All rows, as the answer to a monitor request has them. */
    String contents(Map<UUID, Plain> rows) {
        Map<UUID, String> texts = new LinkedHashMap<>();
        rows.forEach((uuid, row) ->
                texts.put(uuid, "{'" + (whole ? "new" : "initial") + "':" + object(row.columns()) + "}"));
        return tables("T", texts);
    }

    private static String tables(String table, Map<UUID, String> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach((uuid, change) -> text.append(text.isEmpty() ? "'" : ",'")
                .append(uuid)
                .append("':")
                .append(change));
        return "{'" + table + "':{" + text + "}}";
    }

    private static String object(Map<String, String> members) {
        StringBuilder text = new StringBuilder();
        members.forEach((name, value) -> text.append(text.isEmpty() ? "'" : ",'")
                .append(name)
                .append("':")
                .append(value));
        return "{" + text + "}";
    }

    Message next(Map<UUID, Plain> before) {
        right = true;
        Map<UUID, Plain> after = new TreeMap<>(before);
        Map<UUID, String> texts = new LinkedHashMap<>();
        for (int i = choices.below(4); i >= 0; i--) {
            UUID uuid = Scene.row(choices.below(ROWS));
            texts.computeIfAbsent(uuid, row -> change(row, after));
        }
        String table = choices.below(24) == 23 ? "None" : "T";
        right &= table.equals("T");
        String text = tables(table, texts);
        if (choices.below(16) == 15) {
            right = false;
            int at = choices.below(text.length());
            text = text.substring(0, at)
                    + choices.text(choices.below(6))
                    + text.substring(at + choices.below(text.length() - at));
        }
        return new Message(text, right ? after : null);
    }

    private String change(UUID uuid, Map<UUID, Plain> rows) {
        Plain row = rows.get(uuid);
        if (choices.below(20) == 19) {
            right = false;
            return choices.pick(
                    "{}",
                    "null",
                    "{'insert':{},'delete':null}",
                    "{'new':{}}",
                    "[]",
                    "{'delete':{}}",
                    "{'old':{'n':77}}",
                    "{'modify':{'n':'x'}}");
        }
        boolean present = choices.below(16) != 15; // Otherwise it is taken for what it is not.
        if ((row == null) == present) {
            right &= row == null;
            return insert(uuid, rows);
        }
        right &= row != null;
        Plain old = row == null ? Plain.empty() : row;
        return choices.below(3) == 0 ? delete(uuid, old, rows) : modify(uuid, old, rows);
    }

    private String insert(UUID uuid, Map<UUID, Plain> rows) {
        Plain made = Plain.empty();
        Map<String, String> columns = whole ? made.columns() : new LinkedHashMap<>();
        for (int i = choices.below(4); i > 0; i--) {
            made = column(made, columns, true);
        }
        rows.put(uuid, made);
        return "{'" + (whole ? "new" : "insert") + "':" + object(columns) + "}";
    }

    private String delete(UUID uuid, Plain old, Map<UUID, Plain> rows) {
        rows.remove(uuid);
        return whole ? "{'old':" + object(old.columns()) + "}" : "{'delete':null}";
    }

    private String modify(UUID uuid, Plain old, Map<UUID, Plain> rows) {
        Plain next = old;
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = choices.below(3); i >= 0; i--) {
            next = column(next, columns, whole);
        }
        rows.put(uuid, next);
        if (!whole) {
            return "{'modify':" + object(columns) + "}";
        }
        Map<String, String> news = next.columns();
        news.putAll(columns);
        Map<String, String> olds = new LinkedHashMap<>(old.columns());
        olds.keySet().retainAll(columns.keySet());
        if (choices.below(16) == 15) {
            right = false;
            olds.put("name", "'another'");
        }
        return "{'old':" + object(olds) + ",'new':" + object(news) + "}";
    }

    /** Gives a column another value; a column that got one before in this row keeps it. */
    private Plain column(Plain row, Map<String, String> columns, boolean values) {
        String column = choices.pick("name", "n", "tags", "ids");
        if (!values && columns.containsKey(column)) {
            return row;
        }
        if (choices.below(24) == 23) {
            right = false;
            columns.put(
                    choices.pick(column, column, "none"),
                    choices.pick("{}", "null", "['set',['a','a']]", "[]", "['map',[['a']]]", "1.5"));
            return row;
        }
        TreeSet<String> tags = new TreeSet<>(row.tags());
        TreeMap<String, String> ids = new TreeMap<>(row.ids());
        Plain next;
        switch (column) {
            case "name" -> next = new Plain(choices.text(choices.below(3)), row.n(), tags, ids);
            case "n" -> next = new Plain(row.name(), choices.below(4), tags, ids);
            case "tags" -> {
                TreeSet<String> toggled = toggle(tags);
                columns.put("tags", Plain.set(values ? tags : toggled));
                return new Plain(row.name(), row.n(), tags, ids);
            }
            default -> {
                TreeMap<String, String> put = put(ids);
                columns.put("ids", Plain.map(values ? ids : put));
                return new Plain(row.name(), row.n(), tags, ids);
            }
        }
        columns.put(column, next.columns().get(column));
        return next;
    }

    private TreeSet<String> toggle(TreeSet<String> tags) {
        TreeSet<String> toggled = new TreeSet<>();
        for (int i = choices.below(3); i >= 0; i--) {
            String tag = choices.pick("a", "b", "c", "d");
            if (toggled.add(tag) && !tags.add(tag)) {
                tags.remove(tag);
            }
        }
        return toggled;
    }

    /** E19: a pair that is there goes, another is put. */
    private TreeMap<String, String> put(TreeMap<String, String> ids) {
        TreeMap<String, String> difference = new TreeMap<>();
        for (int i = choices.below(3); i >= 0; i--) {
            String key = choices.pick("k", "l", "m");
            if (!difference.containsKey(key)) {
                String value = choices.pick("v", "w");
                difference.put(key, value);
                if (value.equals(ids.get(key))) {
                    ids.remove(key);
                } else {
                    ids.put(key, value);
                }
            }
        }
        return difference;
    }
}
