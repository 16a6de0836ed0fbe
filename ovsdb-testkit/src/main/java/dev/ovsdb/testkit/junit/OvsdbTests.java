package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.database.TestServerBuilder;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads {@link OvsdbTest}. */
final class OvsdbTests {
    private OvsdbTests() {}

    static void configure(ExtensionContext context, TestServerBuilder builder) {
        Class<?> testClass = annotated(context.getRequiredTestClass());
        OvsdbTest annotation = testClass.getAnnotation(OvsdbTest.class);
        if (annotation.schema().length + annotation.installedSchema().length + annotation.database().length == 0)
            throw new ExtensionConfigurationException("@OvsdbTest of " + testClass.getName()
                    + " names no database: say schema, installedSchema or database");
        builder.kind(annotation.server());
        for (String remote : annotation.remotes()) builder.remote(remote);
        for (String resource : annotation.schema()) builder.schemaResource(testClass, resource);
        for (String file : annotation.installedSchema()) builder.installedSchema(file);
        for (Class<?> generated : annotation.database()) builder.schemaOf(generated);
        for (String resource : annotation.rows()) builder.rowsResource(testClass, resource);
    }

    static boolean isShared(ExtensionContext context) {
        return context.getTestClass()
                .flatMap(OvsdbTests::nearest)
                .map(found -> found.getDeclaredAnnotation(OvsdbTest.class).shared())
                .orElse(false);
    }

    /** The class that says it, itself or around or above this one, the nearest first. Resources are looked for beside it. */
    private static Class<?> annotated(Class<?> testClass) {
        return nearest(testClass)
                .orElseThrow(() -> new ExtensionConfigurationException(testClass.getName()
                        + " has no @OvsdbTest; with @RegisterExtension, use OvsdbExtension.with(...)"));
    }

    private static Optional<Class<?>> nearest(Class<?> testClass) {
        for (Class<?> around = testClass; around != null; around = around.getEnclosingClass()) {
            for (Class<?> above = around; above != null; above = above.getSuperclass()) {
                if (above.getDeclaredAnnotation(OvsdbTest.class) != null) return Optional.of(above);
            }
        }
        return Optional.empty();
    }
}
