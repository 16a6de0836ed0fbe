package dev.ovsdb.cli.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.console.Output;
import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.AtomicType;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.schema.BaseType;
import dev.ovsdb.protocol.schema.ColumnType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The layouts; that they are the reference's is what the integration tests show. */
class TablePrinterTest {
    private static final ColumnType STRINGS = ColumnType.set(BaseType.of(AtomicType.STRING), 0, ColumnType.UNLIMITED);
    private static final ColumnType REAL = ColumnType.scalar(AtomicType.REAL);

    private static final Clock STOPPED = new Clock() {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-01-02T03:04:05.006Z");
        }
    };

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private static Table table() {
        Table table = Table.of("name", "values").captioned("Sample table");
        table.add(Cell.text("<é>"), Cell.datum(Datum.set(List.of(Atom.of("b c"), Atom.of("a"))), STRINGS));
        table.add(Cell.text("second, \"quoted\""), Cell.EMPTY);
        return table;
    }

    private String print(TableStyle style, Table... tables) {
        Output out = new Output(bytes);
        TablePrinter printer = new TablePrinter(style, out, STOPPED);
        for (Table table : tables) {
            printer.print(table);
        }
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void columnsAreAlignedByBytesAndLinesEndWithoutBlanks() {
        assertThat(print(TableStyle.DEFAULT, table())).isEqualTo("""
                        Sample table
                        name             values
                        ---------------- ----------
                        <é>             [a, "b c"]
                        second, "quoted"
                        """);
    }

    @Test
    void listsHaveALineForEachCell() {
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.LIST).withData(DataFormat.BARE), table()))
                .startsWith("Sample table\nname                : <é>\nvalues              : a b c\n\nname");
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.CSV).withoutHeadings(), table()))
                .isEqualTo("Sample table\n<é>,\"[a, \"\"b c\"\"]\"\n\"second, \"\"quoted\"\"\",\n");
    }

    @Test
    void markupIsEscaped() {
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.HTML), table()))
                .contains("<caption>Sample table</caption>", "<td>&lt;é&gt;</td>", "<th>values</th>");
    }

    @Test
    void uuidsAreAnchorsAndLinks() {
        String uuid = "550e8400-e29b-41d4-a716-446655440000";
        Table table = Table.of("_uuid", "ref");
        table.add(Cell.text(uuid), Cell.text("to " + uuid));
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.HTML), table))
                .contains("<td><a name=\"" + uuid + "\">550e8400</a></td>")
                .contains("<td>to <a href=\"#" + uuid + "\">550e8400</a></td>");
    }

    @Test
    void jsonShowsValuesAndNotTexts() {
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.JSON), table()))
                .isEqualTo("{\"caption\":\"Sample table\",\"data\":[[\"<é>\",[\"set\",[\"a\",\"b c\"]]],"
                        + "[\"second, \\\"quoted\\\"\",null]],\"headings\":[\"name\",\"values\"]}\n");
    }

    @Test
    void anIntegralRealStaysReal() {
        Table table = Table.of("r");
        table.add(Cell.datum(Datum.of(1e17), REAL));
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.JSON), table))
                .contains("[[1e+17]]");
    }

    @Test
    void whatIsNoValueOfItsColumnIsShownAsItCame() {
        Table table = Table.of("r");
        table.add(Cell.wire("[\"set\",[1,2]]".getBytes(StandardCharsets.US_ASCII), REAL));
        assertThat(print(TableStyle.DEFAULT.withoutHeadings(), table)).isEqualTo("[\"set\",[1,2]]\n");
    }

    @Test
    void theTimeStandsAboveEachTableAndAnEmptyLineBetweenThem() {
        Table table = Table.of("x").timestamped(true);
        assertThat(print(TableStyle.DEFAULT, table, table))
                .isEqualTo("2026-01-02 03:04:05.006\nx\n-\n\n2026-01-02 03:04:05.006\nx\n-\n");
    }

    @Test
    void jsonCanHaveTheTimeToo() {
        // The reference crashes here.
        Table table = Table.of("x").timestamped(true);
        assertThat(print(TableStyle.DEFAULT.withFormat(TableFormat.JSON), table))
                .isEqualTo("{\"data\":[],\"headings\":[\"x\"],\"time\":\"2026-01-02 03:04:05.006\"}\n");
    }

    @Test
    void cellsAreCutAtBytesAndHeadingsAreNot() {
        Table table = Table.of("heading");
        table.add(Cell.text("0123456789"));
        assertThat(print(TableStyle.DEFAULT.withMaxColumnWidth(3), table)).isEqualTo("heading\n-------\n0123456\n");
        bytes.reset();
        assertThat(print(TableStyle.DEFAULT.withMaxColumnWidth(3).withoutHeadings(), table))
                .isEqualTo("012\n");
    }
}
