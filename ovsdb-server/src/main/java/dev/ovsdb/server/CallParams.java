package dev.ovsdb.server;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBoolean;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.InvalidDatumException;
import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.operation.InvalidOperationException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one call as values. What is wrong with them is thrown as {@link RpcErrorException}, in the reference's words
 * and order of checks.
 */
final class CallParams {
    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String method;
    private final JsonArray params;

    private CallParams(String method, JsonArray params) {
        this.method = method;
        this.params = params;
    }

    static CallParams of(ServerRequest request) {
        return new CallParams(request.method(), (JsonArray) request.params().toValue());
    }

    JsonArray all() {
        return params;
    }

    String database() {
        if (first() instanceof JsonString name) {
            return name.value();
        }
        throw wrong(method + " request params must begin with <db-name>");
    }

    /** The name of a lock. */
    String lock() {
        if (params.size() == 1
                && first() instanceof JsonString name
                && ID.matcher(name.value()).matches()) {
            return name.value();
        }
        throw wrong(method + " request params must be <id>");
    }

    boolean flag() {
        if (params.size() == 1 && first() instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw wrong(method + ": true or false parameter expected");
    }

    /** The id of the monitor to cancel. */
    JsonValue monitorToCancel() {
        if (params.size() == 1) {
            return params.get(0);
        }
        throw new RpcErrorException("invalid parameters");
    }

    /** Refuses another number of parameters. */
    CallParams exactly(int count) {
        if (params.size() != count) {
            throw wrong("invalid parameters");
        }
        return this;
    }

    /** The schema of a conversion. */
    JsonValue schema() {
        if (params.size() != 2) {
            throw wrong("array expected");
        }
        return params.get(1);
    }

    /** The last transaction seen, of a monitor. */
    UUID lastTransactionId() {
        JsonValue last = params.get(3);
        if (!(last instanceof JsonString text)) {
            throw ErrorObjects.syntaxError(last, "last-txn-id must be string");
        }
        if (!UUID_TEXT.matcher(text.value()).matches()) {
            throw ErrorObjects.syntaxError(last, "last-txn-id must be UUID format.");
        }
        return UUID.fromString(text.value());
    }

    JsonValue get(int index) {
        return params.get(index);
    }

    /** Reads one parameter; what the reader objects to is a syntax error. */
    <T> T reading(int index, Function<JsonReader, T> read) {
        JsonValue value = params.get(index);
        try {
            return read.apply(JsonReader.of(value.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (JsonSyntaxException | InvalidDatumException | InvalidOperationException e) {
            throw ErrorObjects.syntaxError(value, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) { // What no request may have: a column twice, several conditions.
            throw ErrorObjects.syntaxError(value, String.valueOf(e.getMessage()));
        }
    }

    RpcErrorException wrong(String details) {
        return ErrorObjects.syntaxError(params, details);
    }

    private @Nullable JsonValue first() {
        return params.size() == 0 ? null : params.get(0);
    }

    /** What a {@code cancel} notification names; empty if it names nothing. */
    static Optional<JsonValue> canceled(JsonValue params) {
        return params instanceof JsonArray array && array.size() == 1 ? Optional.of(array.get(0)) : Optional.empty();
    }
}
