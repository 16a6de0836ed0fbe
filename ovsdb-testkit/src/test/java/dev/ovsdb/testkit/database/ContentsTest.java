package dev.ovsdb.testkit.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentsTest {
    private static final UUID ONE = UUID.fromString("11111111-0000-4000-8000-000000000000");
    private static final UUID TWO = UUID.fromString("22222222-0000-4000-8000-000000000000");

    @Test
    void areTablesOfTheColumnsThatSayMoreThanTheirDefault() {
        assertThat(contents(house(TWO, "Mill Lane 5"), house(ONE, "Mill Lane 4").with("tenants", Datum.of(TWO))))
                .hasToString("""
                        Database Town:

                        House (2 rows)
                          _uuid     address        tenants
                          11111111  "Mill Lane 4"  22222222
                          22222222  "Mill Lane 5"  []

                        Without rows: Person""".replace("[]", Datum.emptySet().toString()));
    }

    @Test
    void areCutWhenTheyAreLong() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 25; i++) rows.add(house(ONE, "Mill Lane " + i + " " + "x".repeat(1_000)));
        String text = contents(rows.toArray(Row[]::new)).text("House");
        assertThat(text).contains("House (25 rows)").endsWith("(5 more)");
        assertThat(text.lines()).hasSize(1 + 1 + 20 + 1).allMatch(line -> line.length() < 100);
    }

    private static Row house(UUID uuid, String address) {
        return Row.builder().put("_uuid", uuid).put("address", address).build();
    }

    private static Contents contents(Row... houses) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        tables.put("House", List.of(houses));
        tables.put("Person", List.of());
        return new Contents("Town", Town.schema(), tables);
    }
}
