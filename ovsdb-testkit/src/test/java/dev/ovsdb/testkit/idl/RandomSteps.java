package dev.ovsdb.testkit.idl;

import dev.ovsdb.testkit.idl.History.Step;
import dev.ovsdb.testkit.idl.History.Verb;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Steps of a history by chance, on the database of {@code follow.ovsschema}: transactions of all operations that change something, on
 * values of every kind, now and then other conditions, a lost connection or a lost server.
 *
 * <p>A connection is not cut before an update came by it: the Python IDL does not note the transaction id of a reply, so that the next
 * reply would tell it the same differences once more.
 *
 * <p>Reals have 15 digits: the reference prints no more, and so, of two that are equal in these, a set that holds an element twice.
 *
 * <p>No change of column {@code few} is of more elements than the column may hold: the Python IDL refuses to read such a difference,
 * and keeps the old value.
 *
 * <p>Rows have UUIDs out of a few, so that they come again and refer to each other, to what is not there, and to themselves.
 */
final class RandomSteps implements Iterator<Step> {
    private static final int THINGS = 14;
    private static final int PARTS = 24;
    private static final List<String> TEXTS =
            List.of("\"\"", "\"a\"", "\"b c\"", "\"\u00e9\"", "\"\ud83d\ude00\"", "\"\\\"\\n\"", "\"%41\"");
    private static final List<String> REALS =
            List.of("0", "-0.0", "1", "0.1", "-2.5e-7", "1e100", "1.23456789012345e17");
    private static final List<String> COLUMNS = List.of(
            "number", "ratio", "flag", "id", "colour", "level", "title", "share", "numbers", "texts", "reals", "flags",
            "few", "labels", "weights", "parts", "main", "friends", "byName", "notes", "scratch", "name");
    private static final List<String> MUTABLE =
            List.of("numbers", "texts", "reals", "labels", "weights", "parts", "friends", "byName", "notes", "flags");
    private static final List<String> CONDITIONS = List.of(
            "[[\"number\",\"<\",3]]",
            "[[\"number\",\">=\",1],[\"flag\",\"==\",true]]",
            "[[\"colour\",\"!=\",\"red\"]]",
            "[[\"title\",\"==\",[\"set\",[]]]]",
            "[[\"numbers\",\"includes\",[\"set\",[1]]],[\"labels\",\"excludes\",[\"map\",[[\"a\",\"a\"]]]]]",
            "[false]",
            "[true]",
            "[true]");

    private final Random random;
    private int left;
    private int transactions; // Since a connection was lost.

    RandomSteps(long seed, int steps) {
        this.random = new Random(seed);
        this.left = steps;
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Step next() {
        left--;
        int choice = random.nextInt(1_000);
        if (choice < 12) return lost(choice < 6 ? Verb.RESTART : Verb.KILL);
        if (choice < 50 && transactions > 1) return lost(Verb.CUT);
        if (choice < 100) return new Step(Verb.CONDITIONS, "{\"Thing\":" + pick(CONDITIONS) + "}");
        transactions++;
        List<String> operations = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) operations.add(operation());
        return new Step(Verb.TRY, "[" + String.join(",", operations) + "]");
    }

    private Step lost(Verb verb) {
        transactions = 0;
        return new Step(verb, "");
    }

    private String operation() {
        int choice = random.nextInt(100);
        if (choice < 30) return insert();
        if (choice < 60) return form("update", "Thing", where(), "\"row\":" + row(COLUMNS, 3));
        if (choice < 90) return form("mutate", "Thing", where(), "\"mutations\":[" + mutation() + "]");
        if (choice < 95) return form("update", "Part", "[]", "\"row\":{\"owner\":" + thing() + "}");
        return form("delete", "Thing", where());
    }

    private static String form(String operation, String table, String where, String... more) {
        return "{\"op\":\"" + operation + "\",\"table\":\"" + table + "\",\"where\":" + where
                + Stream.of(more).map(each -> "," + each).collect(Collectors.joining()) + "}";
    }

    /** A row, with the parts that it may refer to; those that it does not refer to do not stay, and those that are there are refused. */
    private String insert() {
        String part = part();
        String insertPart = "{\"op\":\"insert\",\"table\":\"Part\",\"uuid\":" + text(part) + ",\"row\":{\"label\":"
                + pick(TEXTS) + "}}";
        String values = row(COLUMNS, 8);
        boolean withPart = random.nextInt(3) == 0 && !values.contains("\"main\"");
        String row = "{\"name\":\"n" + random.nextInt(1_000) + "\""
                + (withPart ? ",\"main\":" + part : "")
                + (values.equals("{}") ? "}" : "," + values.substring(1));
        String insertThing =
                "{\"op\":\"insert\",\"table\":\"Thing\",\"uuid\":" + text(thing()) + ",\"row\":" + row + "}";
        return withPart ? insertThing + "," + insertPart : insertThing;
    }

    private static String text(String uuid) {
        return uuid.replace("[\"uuid\",", "").replace("]", "");
    }

    private String where() {
        return switch (random.nextInt(4)) {
            case 0 -> "[]";
            case 1 -> "[[\"number\",\"<\"," + random.nextInt(4) + "]]";
            default -> "[[\"_uuid\",\"==\"," + thing() + "]]";
        };
    }

    private String row(List<String> columns, int most) {
        TreeSet<String> chosen = new TreeSet<>();
        for (int i = random.nextInt(most); i >= 0; i--) chosen.add(pick(columns));
        chosen.remove("name"); // Unique; given by insert and by number.
        return chosen.stream()
                .map(column -> "\"" + column + "\":" + value(column))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String mutation() {
        if (random.nextInt(6) == 0) return "[\"number\",\"+=\"," + random.nextInt(5) + "],[\"ratio\",\"*=\",0.5]";
        String column = pick(MUTABLE);
        return "[\"" + column + "\",\"" + (random.nextInt(5) < 3 ? "insert" : "delete") + "\"," + value(column) + "]";
    }

    private String value(String column) {
        return switch (column) {
            case "number", "scratch" -> random.nextInt(20) == 0 ? "-9223372036854775808" : "" + random.nextInt(6);
            case "ratio" -> pick(REALS);
            case "flag" -> "" + random.nextBoolean();
            case "id" -> thing();
            case "colour" -> pick(List.of("\"\"", "\"red\"", "\"green\"", "\"blue\""));
            case "level" -> pick(List.of("1", "2", "5", "[\"set\",[]]"));
            case "title" -> random.nextInt(3) == 0 ? "[\"set\",[]]" : pick(TEXTS);
            case "share" -> random.nextInt(3) == 0 ? "[\"set\",[]]" : pick(REALS);
            case "numbers" -> random.nextInt(6) == 0 ? range() : set(4, () -> "" + random.nextInt(10));
            case "texts" -> set(4, () -> pick(TEXTS));
            case "reals" -> set(4, () -> pick(REALS).replace("-0.0", "0"));
            case "flags" -> set(2, () -> "" + random.nextBoolean());
            case "few" -> "[\"set\",[7," + (10 + random.nextInt(80)) + "]]"; // One differs; see the class comment.
            case "labels" -> map(4, () -> pick(TEXTS), () -> pick(TEXTS));
            case "weights" -> map(4, () -> "" + random.nextInt(9), () -> pick(REALS));
            case "parts" -> set(3, this::part);
            case "main" -> random.nextBoolean() ? "[\"set\",[]]" : part();
            case "friends" -> set(5, this::thing);
            case "byName" -> map(2, () -> pick(TEXTS), this::part);
            case "notes" -> map(3, this::thing, () -> pick(TEXTS));
            default -> throw new IllegalArgumentException(column);
        };
    }

    /** More elements than an array holds, or fewer. */
    private String range() {
        int from = random.nextInt(60);
        return IntStream.range(from, from + 40 + random.nextInt(80))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",", "[\"set\",[", "]]"));
    }

    private String set(int most, Supplier<String> element) {
        TreeSet<String> elements = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) elements.add(element.get());
        return "[\"set\",[" + String.join(",", elements) + "]]";
    }

    private String map(int most, Supplier<String> key, Supplier<String> value) {
        TreeSet<String> keys = new TreeSet<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) keys.add(key.get());
        return keys.stream()
                .map(each -> "[" + each + "," + value.get() + "]")
                .collect(Collectors.joining(",", "[\"map\",[", "]]"));
    }

    private String thing() {
        return uuid(1, random.nextInt(THINGS));
    }

    private String part() {
        return uuid(2, random.nextInt(PARTS));
    }

    private static String uuid(int kind, int number) {
        return String.format("[\"uuid\",\"%d0000000-0000-4000-8000-%012d\"]", kind, number);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
