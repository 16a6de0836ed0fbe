package dev.ovsdb.jsonrpc.service;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds annotated methods and their names on the wire. */
final class MethodNames {
    private MethodNames() {}

    /** The annotation on a method, or on the one that it overrides or implements. */
    static Optional<JsonRpcMethod> annotation(Method method) {
        JsonRpcMethod own = method.getAnnotation(JsonRpcMethod.class);
        if (own != null) {
            return Optional.of(own);
        }
        List<Class<?>> parents =
                new ArrayList<>(Arrays.asList(method.getDeclaringClass().getInterfaces()));
        Class<?> superclass = method.getDeclaringClass().getSuperclass();
        if (superclass != null) {
            parents.add(superclass);
        }
        return parents.stream()
                .map(parent -> declared(parent, method))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<JsonRpcMethod> declared(Class<?> type, Method method) {
        try {
            return annotation(type.getMethod(method.getName(), method.getParameterTypes()));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    static String name(Method method, @Nullable JsonRpcMethod annotation) {
        return annotation == null || annotation.value().isEmpty() ? method.getName() : annotation.value();
    }

    /** The annotated methods of a class, in an order that is the same on each run. */
    static List<Method> annotated(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.isAnnotationPresent(JsonRpcMethod.class) && !Modifier.isPublic(method.getModifiers())) {
                    throw new IllegalArgumentException(describe(method) + " is a JSON-RPC method and must be public");
                }
            }
        }
        return sorted(type).stream()
                .filter(method -> annotation(method).isPresent())
                .toList();
    }

    /** All public methods that are written in the source, in an order that is the same on each run. */
    static List<Method> sorted(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::toGenericString))
                .toList();
    }

    /**
     * Adds a method under its name.
     *
     * @throws IllegalArgumentException naming both, if another has the name
     */
    static void add(Map<String, Method> methods, String name, Method method) {
        Method other = methods.putIfAbsent(name, method);
        if (other != null) {
            throw new IllegalArgumentException("two methods are named \"" + name + "\" on the wire: " + describe(other)
                    + " and " + describe(method));
        }
    }

    static Map<String, Method> newMap() {
        return new LinkedHashMap<>();
    }

    static String describe(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
        return method.getDeclaringClass().getName() + "." + method.getName() + "(" + parameters + ")";
    }
}
