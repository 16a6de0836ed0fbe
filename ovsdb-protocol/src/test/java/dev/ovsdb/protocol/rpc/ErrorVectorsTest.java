package dev.ovsdb.protocol.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonWriter;
import dev.ovsdb.protocol.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Error replies of a real server. */
class ErrorVectorsTest {
    @TestFactory
    Stream<DynamicTest> errors() {
        return Vectors.of("error", ErrorVectorsTest::describe);
    }

    private static String describe(byte[] reply) {
        StringBuilder members = new StringBuilder();
        byte[] error = {};
        JsonReader reader = JsonReader.of(reply);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            members.append(name).append(' ');
            byte[] value = reader.rawValue();
            error = name.equals("error") ? value : error;
        }
        RpcError parsed = RpcError.parse(error);
        assertThat(RpcError.parse(write(parsed))).isEqualTo(parsed);
        return "members " + members + "\n" + parsed.form() + " " + parsed.tag() + " ["
                + parsed.error().error() + "]\ndetails " + parsed.details().orElse("-") + "\nsyntax "
                + parsed.error().syntax().orElse("-") + "\nunknown method " + parsed.isUnknownMethod() + "\n";
    }

    private static byte[] write(RpcError error) {
        JsonWriter writer = new JsonWriter();
        error.write(writer);
        return writer.toByteArray();
    }
}
