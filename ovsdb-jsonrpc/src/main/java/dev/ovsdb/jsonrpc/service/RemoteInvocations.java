package dev.ovsdb.jsonrpc.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.MalformedMessageException;
import dev.ovsdb.jsonrpc.connection.Call;
import dev.ovsdb.jsonrpc.connection.JsonRpcConnection;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Turns each invocation of an interface's method into a call or notification. */
final class RemoteInvocations implements InvocationHandler {
    /** How a method is called, found out once. */
    private record Remote(String name, boolean notification, boolean asynchronous, Type resultType) {}

    private final Class<?> type;
    private final JsonRpcConnection connection;
    private final Duration timeout;
    private final JsonMapping mapping;
    private final Map<Method, Remote> methods = new LinkedHashMap<>();

    RemoteInvocations(Class<?> type, JsonRpcConnection connection, Duration timeout, JsonMapping mapping) {
        this.type = type;
        this.connection = connection;
        this.timeout = timeout;
        this.mapping = mapping;
        Map<String, Method> named = MethodNames.newMap();
        for (Method method : MethodNames.sorted(type)) {
            if (Modifier.isAbstract(method.getModifiers())) {
                Remote remote = remote(method);
                MethodNames.add(named, remote.name(), method);
                methods.put(method, remote);
            }
        }
    }

    private static Remote remote(Method method) {
        JsonRpcMethod annotation = MethodNames.annotation(method).orElse(null);
        boolean notification = annotation != null && annotation.notification();
        if (notification && method.getReturnType() != void.class) {
            throw new IllegalArgumentException(MethodNames.describe(method) + " is a notification and must be void");
        }
        boolean asynchronous = CompletionStage.class.isAssignableFrom(method.getReturnType());
        if (asynchronous && !method.getReturnType().isAssignableFrom(CompletableFuture.class)) {
            throw new IllegalArgumentException(MethodNames.describe(method) + " must return a CompletableFuture");
        }
        Type result = method.getGenericReturnType();
        if (asynchronous) {
            result =
                    result instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : JsonValue.class;
        }
        return new Remote(MethodNames.name(method, annotation), notification, asynchronous, result);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Remote remote = methods.get(method);
        if (remote == null) {
            return local(proxy, method, arguments);
        }
        JsonBytes params = JsonBytes.of(params(method, arguments == null ? new Object[0] : arguments));
        if (remote.notification()) {
            connection.notify(remote.name(), params);
            return null;
        }
        if (!remote.asynchronous() && connection.eventLoop().inAnyEventLoop()) {
            throw new IllegalStateException(
                    remote.name() + " would wait for its result on an event loop, perhaps the one that brings it");
        }
        CompletableFuture<JsonValue> call =
                connection.call(Call.of(remote.name(), params, timeout)).future();
        return remote.asynchronous() ? mapped(call, remote) : await(mapped(call, remote));
    }

    private CompletableFuture<@Nullable Object> mapped(CompletableFuture<JsonValue> call, Remote remote) {
        CompletableFuture<@Nullable Object> mapped = new CompletableFuture<>();
        call.whenComplete((value, thrown) -> {
            if (thrown != null) {
                mapped.completeExceptionally(thrown);
                return;
            }
            try {
                mapped.complete(isVoid(remote.resultType()) ? null : mapping.toJava(value, remote.resultType()));
            } catch (JsonProcessingException | RuntimeException e) {
                mapped.completeExceptionally(new IllegalStateException(
                        "the result of " + remote.name() + " is no "
                                + remote.resultType().getTypeName(),
                        e));
            }
        });
        mapped.whenComplete((value, thrown) -> {
            if (mapped.isCancelled()) {
                call.cancel(false);
            }
        });
        return mapped;
    }

    private static boolean isVoid(Type type) {
        return type == void.class || type == Void.class;
    }

    private static @Nullable Object await(CompletableFuture<@Nullable Object> result) throws Throwable {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private JsonValue params(Method method, @Nullable Object[] arguments) {
        List<JsonValue> params = new ArrayList<>();
        int fixed = method.isVarArgs() ? arguments.length - 1 : arguments.length;
        for (int i = 0; i < fixed; i++) {
            params.add(toJson(method, arguments[i]));
        }
        if (method.isVarArgs()) {
            Object rest = arguments[fixed];
            for (int i = 0; i < Array.getLength(rest); i++) {
                params.add(toJson(method, Array.get(rest, i)));
            }
        }
        return JsonValue.array(params);
    }

    private JsonValue toJson(Method method, @Nullable Object argument) {
        try {
            return mapping.toJson(argument);
        } catch (JsonProcessingException | MalformedMessageException e) {
            throw new IllegalArgumentException(
                    MethodNames.describe(method) + ": an argument cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    /** Default methods, and those of Object. */
    private @Nullable Object local(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
        }
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> type.getSimpleName() + " of " + connection.info();
        };
    }
}
