package dev.ovsdb.jsonrpc.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonValue;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** One annotated method of one object, callable with JSON parameters. */
final class ServiceMethod {
    private final Object service;
    private final Method method;
    private final String name;
    private final JsonMapping mapping;
    private final Type[] types;

    ServiceMethod(Object service, Method method, String name, JsonMapping mapping) {
        this.service = service;
        this.method = method;
        this.name = name;
        this.mapping = mapping;
        this.types = method.getGenericParameterTypes();
        if (!method.trySetAccessible()) { // A public method of a class that is not.
            throw new IllegalArgumentException(MethodNames.describe(method)
                    + " cannot be called from here: its package is not open to this module");
        }
    }

    /**
     * Calls the method.
     *
     * @throws InvalidParamsException if the parameters do not fit
     * @throws Throwable what the method threw
     */
    @Nullable
    Object invoke(JsonArray params) throws Throwable {
        @Nullable Object[] arguments = method.isVarArgs() ? variable(params) : fixed(params);
        try {
            return method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private @Nullable Object[] fixed(JsonArray params) {
        checkCount(params.size() == types.length, params, Integer.toString(types.length));
        return leading(params, types.length);
    }

    private @Nullable Object[] variable(JsonArray params) {
        int leading = types.length - 1;
        checkCount(params.size() >= leading, params, "at least " + leading);
        @Nullable Object[] arguments = leading(params, types.length);
        Object rest =
                Array.newInstance(method.getParameterTypes()[leading].getComponentType(), params.size() - leading);
        for (int i = leading; i < params.size(); i++) {
            Array.set(rest, i - leading, argument(i, params.get(i), elementType(types[leading])));
        }
        arguments[leading] = rest;
        return arguments;
    }

    private @Nullable Object[] leading(JsonArray params, int size) {
        @Nullable Object[] arguments = new Object[size];
        int fixed = method.isVarArgs() ? size - 1 : size;
        for (int i = 0; i < fixed; i++) {
            arguments[i] = argument(i, params.get(i), types[i]);
        }
        return arguments;
    }

    private static Type elementType(Type array) {
        return array instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : ((Class<?>) array).getComponentType();
    }

    private @Nullable Object argument(int index, JsonValue value, Type type) {
        if (value.isNull() && type instanceof Class<?> raw && raw.isPrimitive()) {
            throw new InvalidParamsException("parameter " + index + " of " + name + " is null", null);
        }
        try {
            return mapping.toJava(value, type);
        } catch (JsonProcessingException e) {
            throw new InvalidParamsException(
                    "parameter " + index + " of " + name + " is no " + type.getTypeName() + ": " + cut(value), e);
        }
    }

    private void checkCount(boolean right, JsonArray params, String expected) {
        if (!right) {
            throw new InvalidParamsException(name + " takes " + expected + " parameters, not " + params.size(), null);
        }
    }

    private static String cut(JsonValue value) {
        String text = value.toString();
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }
}
