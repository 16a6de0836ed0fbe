package dev.ovsdb.server.engine.monitor;

import dev.ovsdb.server.text.HashOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Which of several conditions for one table counts.
 *
 * <p>The reference puts all of a monitor's conditions into one hash table by the table's name, and later takes the one that it
 * finds first. That is the newest, but each growth of the hash table turns the order around: with no other table the first of
 * two counts, behind two other tables the last.
 */
final class ConditionChoice {
    private ConditionChoice() {}

    /** @param requests those for each table by its name, in the order of the text */
    static List<TableRequest> build(Map<String, TableRequest.Builder> requests) {
        boolean oneEach = requests.values().stream().allMatch(request -> request.objects() <= 1);
        Map<String, Integer> counting = oneEach ? Map.of() : counting(requests);
        List<TableRequest> tables = new ArrayList<>(requests.size());
        requests.forEach((table, request) -> tables.add(request.build(counting.getOrDefault(table, 0))));
        return tables;
    }

    /** For each table the index of the request object whose condition is found first. */
    private static Map<String, Integer> counting(Map<String, TableRequest.Builder> requests) {
        List<String> tables = new ArrayList<>();
        List<Integer> objects = new ArrayList<>();
        for (String table : HashOrder.of(requests.keySet())) {
            for (int i = 0; i < Objects.requireNonNull(requests.get(table)).objects(); i++) {
                tables.add(table);
                objects.add(i);
            }
        }
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int entry : HashOrder.indexes(tables)) {
            first.putIfAbsent(tables.get(entry), objects.get(entry));
        }
        return first;
    }
}
