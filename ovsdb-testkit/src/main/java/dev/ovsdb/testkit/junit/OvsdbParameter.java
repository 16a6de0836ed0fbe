package dev.ovsdb.testkit.junit;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.typed.TypedTable;
import dev.ovsdb.testkit.database.TestDatabase;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.fault.FaultProxy;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** The parameters that {@link OvsdbExtension} resolves, by type. */
final class OvsdbParameter {
    private static final List<Class<?>> TYPES = List.of(
            TestServer.class,
            TestDatabase.class,
            OvsdbClient.class,
            BlockingOvsdbClient.class,
            Idl.class,
            FaultProxy.class);

    private OvsdbParameter() {}

    static boolean isOne(ParameterContext parameter) {
        return TYPES.contains(type(parameter)) || TypedTable.class.isAssignableFrom(type(parameter));
    }

    /** A server belongs to one test, so there is none where no test is meant. */
    static void requireTest(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isPresent()) return;
        throw new ParameterResolutionException(parameter.getDeclaringExecutable() + " takes "
                + type(parameter).getSimpleName()
                + ", but each test has a server of its own, and there is none for all tests of a class: take it in tests,"
                + " in @BeforeEach methods, or in the constructor of a class with an instance for each test");
    }

    static Object resolve(ParameterContext parameter, TestStage stage) {
        Class<?> type = type(parameter);
        if (type == TestServer.class) return stage.server();
        if (type == FaultProxy.class) return stage.proxy();
        if (type == BlockingOvsdbClient.class) return stage.client();
        if (type == OvsdbClient.class) return stage.client().async();
        TestDatabase database = database(parameter, stage.server());
        if (type == TestDatabase.class) return database;
        return type == Idl.class ? stage.replica(database) : table(type, stage.replica(database));
    }

    /** A table of a generated type, which has a method for it. */
    private static Object table(Class<?> type, Idl replica) {
        try {
            return type.getMethod("in", Replica.class).invoke(null, replica);
        } catch (NoSuchMethodException | IllegalAccessException | NullPointerException e) {
            throw new ParameterResolutionException(
                    type.getName()
                            + " is no type that was generated for a table: it lacks a public static method in(Replica)",
                    e);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getTargetException();
            throw new ParameterResolutionException("cannot have " + type.getName() + ": " + cause.getMessage(), cause);
        }
    }

    private static TestDatabase database(ParameterContext parameter, TestServer server) {
        try {
            return parameter
                    .findAnnotation(OfDatabase.class)
                    .map(annotation -> server.database(annotation.value()))
                    .orElseGet(server::database);
        } catch (IllegalStateException e) {
            throw new ParameterResolutionException(e.getMessage() + " Say so with @OfDatabase", e);
        }
    }

    private static Class<?> type(ParameterContext parameter) {
        return parameter.getParameter().getType();
    }
}
