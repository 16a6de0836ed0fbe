package dev.ovsdb.protocol.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.Installed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas that Open vSwitch and OVN install. */
class RealSchemasTest {
    @ParameterizedTest
    @Tag("reference")
    @ValueSource(
            strings = {
                "/usr/share/openvswitch/vswitch.ovsschema",
                "/usr/share/openvswitch/vtep.ovsschema",
                "/usr/share/openvswitch/local-config.ovsschema",
                "/usr/share/ovn/ovn-nb.ovsschema",
                "/usr/share/ovn/ovn-sb.ovsschema"
            })
    void theyParsePrintAndCarryTheChecksumThatWeCompute(String name) throws IOException {
        byte[] text = Files.readAllBytes(Installed.require(Path.of(name)));
        DatabaseSchema schema = DatabaseSchema.parse(text);
        assertThat(DatabaseSchema.parse(schema.toJson())).isEqualTo(schema);
        assertThat(schema.cksum()).contains(SchemaChecksum.compute(text));
        assertThat(schema.tables()).isNotEmpty();
    }

    @Test // What "sed /cksum/d everything.ovsschema | cksum" says.
    void theChecksumIsThatOfTheFileWithoutItsOwnLine() throws IOException {
        byte[] text = Files.readAllBytes(Path.of("src/test/resources/schemas/everything.ovsschema"));
        assertThat(SchemaChecksum.compute(text)).isEqualTo("764704983 1437");
        byte[] otherCksum =
                new String(text, StandardCharsets.UTF_8).replace("0 0", "9 9").getBytes(StandardCharsets.UTF_8);
        assertThat(SchemaChecksum.compute(otherCksum)).isEqualTo(SchemaChecksum.compute(text));
        byte[] changed = new String(text, StandardCharsets.UTF_8)
                .replace("1.2.3", "1.2.4")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(SchemaChecksum.compute(changed)).isNotEqualTo(SchemaChecksum.compute(text));
    }
}
