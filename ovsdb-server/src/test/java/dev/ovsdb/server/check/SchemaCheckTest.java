package dev.ovsdb.server.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.cases.SchemaCase;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas are refused as the reference refuses them; what it takes, we can read. */
class SchemaCheckTest {
    @ParameterizedTest
    @MethodSource("dev.ovsdb.server.cases.SchemaCase#all")
    void answersAsTheReference(SchemaCase each) {
        Optional<JsonValue> refusal = refusal(each.schema());

        assertThat(each.expects(refusal))
                .as("%s, not %s", refusal, each.error())
                .isTrue();
        if (refusal.isEmpty()) {
            assertThat(DatabaseSchema.parse(each.schema().toString()).name()).isEqualTo("S");
        }
    }

    private static Optional<JsonValue> refusal(JsonValue schema) {
        try {
            SchemaCheck.check(schema);
            return Optional.empty();
        } catch (RejectedException e) {
            return Optional.of(e.toJson());
        }
    }
}
