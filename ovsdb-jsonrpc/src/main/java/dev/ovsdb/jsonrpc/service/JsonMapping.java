package dev.ovsdb.jsonrpc.service;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Maps Java values to JSON and back. A {@link JsonValue} is itself, alone or inside other objects. */
final class JsonMapping {
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(StandardCharsets.US_ASCII);

    private final ObjectMapper mapper;

    JsonMapping(ObjectMapper base) {
        mapper = base.copy()
                .registerModule(new SimpleModule("json-values")
                        .addSerializer(JsonValue.class, new Writer())
                        .addDeserializer(JsonValue.class, new Reader()));
    }

    /** The Java value of a parameter or result. */
    @Nullable
    Object toJava(JsonValue value, Type type) throws JsonProcessingException {
        JavaType wanted = mapper.constructType(type);
        if (JsonValue.class.isAssignableFrom(wanted.getRawClass())) {
            if (!wanted.getRawClass().isInstance(value)) {
                throw new InvalidParamsException(
                        "expected a " + wanted.getRawClass().getSimpleName() + ", found " + value, null);
            }
            return value;
        }
        if (wanted.getRawClass() == JsonBytes.class) {
            return JsonBytes.of(value);
        }
        return mapper.readValue(value.toString(), wanted);
    }

    JsonValue toJson(@Nullable Object value) throws JsonProcessingException {
        return value instanceof JsonValue json ? json : JsonValue.parse(mapper.writeValueAsBytes(value));
    }

    /** The text of a result, which cannot be null on this wire: nothing is an empty object, as the reference answers. */
    JsonBytes toResult(@Nullable Object value) throws JsonProcessingException {
        if (value instanceof JsonBytes bytes) {
            return bytes;
        }
        JsonValue json = toJson(value);
        return json.isNull() ? JsonBytes.of(EMPTY_OBJECT) : JsonBytes.of(json);
    }

    private static final class Writer extends StdSerializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(JsonValue.class);
        }

        @Override
        public void serialize(JsonValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeRawValue(value.toString());
        }
    }

    private static final class Reader extends StdDeserializer<JsonValue> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(JsonValue.class);
        }

        @Override
        public JsonValue deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return JsonValue.parse(in.readValueAsTree().toString());
        }

        @Override
        public JsonValue getNullValue(DeserializationContext context) {
            return JsonValue.ofNull();
        }
    }
}
