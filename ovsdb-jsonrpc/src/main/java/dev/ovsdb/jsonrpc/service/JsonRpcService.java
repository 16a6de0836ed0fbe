package dev.ovsdb.jsonrpc.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.connection.IncomingRequest;
import dev.ovsdb.jsonrpc.connection.PeerHandler;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a peer by the methods of objects that are annotated with {@link JsonRpcMethod}.
 *
 * <pre>{@code
 * public final class Calculator {
 *     @JsonRpcMethod
 *     public long sum(long... numbers) {
 *         return LongStream.of(numbers).sum();
 *     }
 * }
 *
 * JsonRpcConnection.open(transport, options, JsonRpcService.of(new Calculator()));
 * }</pre>
 *
 * <p>Parameters are matched by position; the last of a varargs method takes the rest. {@link JsonValue} and
 * {@link JsonBytes} are passed through, everything else is mapped by Jackson. A result may be a {@link CompletionStage};
 * {@code void} and null answer {@code {}}. What a method throws becomes an error by the {@link ErrorShape}. Notifications
 * call the same methods, and nobody hears of their results.
 *
 * <p>Methods run on the connection's event loop and must not block it; one that has to wait returns a future.
 */
public final class JsonRpcService implements PeerHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JsonRpcService.class);
    private static final JsonValue UNKNOWN_METHOD = JsonValue.of("unknown method");
    private static final JsonValue INTERNAL_ERROR = JsonValue.of("internal error");

    private final Map<String, ServiceMethod> methods;
    private final JsonMapping mapping;
    private final ErrorShape errors;

    private JsonRpcService(Map<String, ServiceMethod> methods, JsonMapping mapping, ErrorShape errors) {
        this.methods = methods;
        this.mapping = mapping;
        this.errors = errors;
    }

    /**
     * The methods of all these objects.
     *
     * @throws IllegalArgumentException if two methods have one name on the wire, naming both; or one cannot be called
     */
    public static JsonRpcService of(Object... services) {
        return builder().services(List.of(services)).build();
    }

    /** Collects several objects, or chooses how they map. */
    public static Builder builder() {
        return new Builder();
    }

    /** The names that are answered, in a fixed order. */
    public List<String> methodNames() {
        return List.copyOf(methods.keySet());
    }

    @Override
    public void onRequest(IncomingRequest request) {
        ServiceMethod method = methods.get(request.method());
        if (method == null) {
            request.replyError(UNKNOWN_METHOD);
            return;
        }
        JsonArray params = (JsonArray) request.params().toValue(); // Nonsense is the connection's to end.
        try {
            Object result = method.invoke(params);
            if (result instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, thrown) -> answer(request, value, thrown));
            } else {
                answer(request, result, null);
            }
        } catch (Throwable e) {
            answer(request, null, e);
        }
    }

    @Override
    public void onNotification(String name, JsonBytes params) {
        ServiceMethod method = methods.get(name);
        if (method == null) {
            return;
        }
        JsonArray values = (JsonArray) params.toValue();
        try {
            if (method.invoke(values) instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, thrown) -> logFailure(name, thrown));
            }
        } catch (Throwable e) {
            logFailure(name, e);
        }
    }

    private void answer(IncomingRequest request, @Nullable Object value, @Nullable Throwable thrown) {
        if (thrown != null) {
            Throwable inner = thrown instanceof CompletionException ? thrown.getCause() : null;
            refuse(request, inner == null ? thrown : inner);
            return;
        }
        try {
            request.reply(mapping.toResult(value));
        } catch (JsonProcessingException | RuntimeException e) { // It cannot be written, or is a text of null.
            refuse(request, e);
        }
    }

    private void refuse(IncomingRequest request, Throwable thrown) {
        logFailure(request.method(), thrown);
        JsonValue error;
        try {
            error = errors.errorOf(request.method(), thrown);
        } catch (RuntimeException e) {
            LOG.error("the error shape failed for {}", request.method(), e);
            error = INTERNAL_ERROR;
        }
        request.replyError(error.isNull() ? INTERNAL_ERROR : error);
    }

    /** What the method meant to answer, or the peer got wrong, is not worth a line. */
    private static void logFailure(String method, @Nullable Throwable thrown) {
        if (thrown instanceof ServiceException || thrown instanceof InvalidParamsException) {
            LOG.debug("{}: {}", method, thrown.getMessage());
        } else if (thrown != null) {
            LOG.error("the service method of {} failed", method, thrown);
        }
    }

    /** Collects services and how they map. */
    public static final class Builder {
        private final List<Object> services = new ArrayList<>();
        private ObjectMapper mapper = new ObjectMapper();
        private ErrorShape errors = ErrorShape.OBJECT;

        private Builder() {}

        /** Adds the annotated methods of an object. */
        public Builder service(Object service) {
            services.add(service);
            return this;
        }

        /** Adds the annotated methods of these objects. */
        public Builder services(List<?> more) {
            services.addAll(more);
            return this;
        }

        /** Maps parameters and results; it is copied. By default a new one. */
        public Builder mapper(ObjectMapper base) {
            mapper = base;
            return this;
        }

        /** How errors look. By default {@link ErrorShape#OBJECT}. */
        public Builder errors(ErrorShape shape) {
            errors = shape;
            return this;
        }

        /**
         * The service.
         *
         * @throws IllegalArgumentException if two methods have one name on the wire, naming both; one cannot be called; or
         *     an object has no annotated method
         */
        public JsonRpcService build() {
            var mapping = new JsonMapping(mapper);
            Map<String, Method> named = MethodNames.newMap();
            var bound = new LinkedHashMap<String, ServiceMethod>();
            for (Object service : services) {
                List<Method> annotated = MethodNames.annotated(service.getClass());
                if (annotated.isEmpty()) {
                    throw new IllegalArgumentException(service.getClass().getName() + " has no method with @"
                            + JsonRpcMethod.class.getSimpleName());
                }
                for (Method method : annotated) {
                    String name = MethodNames.name(
                            method, MethodNames.annotation(method).orElse(null));
                    MethodNames.add(named, name, method);
                    bound.put(name, new ServiceMethod(service, method, name, mapping));
                }
            }
            return new JsonRpcService(bound, mapping, errors);
        }
    }
}
