package dev.ovsdb.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HashOrderTest {
    @Test
    void isThatOfTheReferencesTables() {
        // What "ovsdb-client list-tables" 3.1.0 prints for the schema in this order.
        assertThat(HashOrder.of(HashOrder.of(List.of("Scalar", "Optional", "Sets", "Maps", "Leaf", "Empty"))))
                .containsExactly("Leaf", "Empty", "Sets", "Optional", "Scalar", "Maps");
    }

    @Test
    void hashesAsMurmurDoes() {
        assertThat(HashOrder.hash("")).isZero();
        assertThat(HashOrder.hash("test")).isEqualTo(0xba6bd213); // MurmurHash3, 32 bits, seed 0.
    }

    @Test
    void losesAndAddsNoName() {
        for (int count : new int[] {0, 1, 2, 3, 8, 9, 100, 1000}) {
            List<String> names =
                    IntStream.range(0, count).mapToObj(i -> "name" + i).toList();
            assertThat(HashOrder.of(names)).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
