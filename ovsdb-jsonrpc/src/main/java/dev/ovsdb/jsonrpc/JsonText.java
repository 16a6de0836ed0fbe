package dev.ovsdb.jsonrpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text into a tree, strictly.
 *
 * <p>Jackson would guess an encoding from the first bytes and take lone surrogates, so bytes are decoded here first and
 * strings are checked after.
 */
final class JsonText {
    private static final int MAX_NESTING = 1000;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    static JsonValue parse(byte[] json) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new MalformedMessageException("not UTF-8", e);
        }
    }

    static JsonValue parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonValue value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw malformed(parser, "more text behind the value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(e.getOriginalMessage(), offset(e), e);
        } catch (IOException e) {
            throw new MalformedMessageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static long offset(JsonProcessingException e) {
        return e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    }

    private static JsonValue value(JsonParser parser, @Nullable JsonToken token) throws IOException {
        if (token == null) {
            throw malformed(parser, "no value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonString(checked(parser, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> throw malformed(parser, "unexpected " + token);
        };
    }

    private static JsonArray array(JsonParser parser) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return new JsonArray(elements);
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, JsonValue>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            checked(parser, name);
            members.put(name, value(parser, parser.nextToken()));
        }
        return JsonObject.of(members);
    }

    private static String checked(JsonParser parser, String text) {
        int bad = StringText.firstUnprintable(text);
        if (bad >= 0) {
            throw malformed(parser, "a string holds " + StringText.describe(text.charAt(bad)));
        }
        return text;
    }

    /** An integer is what has an integral value of 64 bits, however it is written; anything else is a real. */
    private static JsonNumber number(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.INT
                || parser.getNumberType() == JsonParser.NumberType.LONG) {
            return new JsonInteger(parser.getLongValue());
        }
        double value = Double.parseDouble(parser.getText());
        if (!Double.isFinite(value)) {
            throw malformed(parser, "number outside valid range");
        }
        BigDecimal exact = value == 0 ? BigDecimal.ZERO : new BigDecimal(parser.getText());
        return isLong(exact) ? new JsonInteger(exact.longValueExact()) : JsonValue.of(value);
    }

    private static boolean isLong(BigDecimal exact) {
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.scale() <= 0
                && stripped.precision() - stripped.scale() <= 19
                && stripped.toBigIntegerExact().bitLength() < Long.SIZE;
    }

    private static MalformedMessageException malformed(JsonParser parser, String reason) {
        return new MalformedMessageException(reason, parser.currentLocation().getCharOffset());
    }
}
