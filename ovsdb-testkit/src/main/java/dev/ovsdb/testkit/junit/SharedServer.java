package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that the tests of a class share; equal ones are one server, kept in the store of the outermost class. */
record SharedServer(boolean container, List<String> schemas, List<String> installedSchemas) {
    static final List<String> KINDS = List.of("tcp", "ssl", "unix");

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedServer.class);

    /** The running server; JUnit closes it with the class. */
    ReferenceServer get(ExtensionContext context) {
        ExtensionContext outermost = outermostClass(context);
        ReferenceServer server = outermost
                .getStore(NAMESPACE)
                .computeIfAbsent(this, key -> key.start(outermost.getRequiredTestClass()), ReferenceServer.class);
        if (!server.isRunning()) server.restart();
        return server;
    }

    private ReferenceServer start(Class<?> testClass) {
        ReferenceServerBuilder builder = ReferenceServer.builder();
        schemas.forEach(resource -> builder.schemaResource(testClass, resource));
        for (String file : installedSchemas) builder.installedSchema(file);
        builder.tcp().ssl().unix();
        return container ? builder.startContainer() : builder.start();
    }

    static ExtensionContext outermostClass(ExtensionContext context) {
        ExtensionContext outermost = context;
        for (var parent = context.getParent();
                parent.isPresent();
                parent = parent.get().getParent()) {
            if (parent.get().getTestClass().isPresent()) outermost = parent.get();
        }
        return outermost;
    }
}
