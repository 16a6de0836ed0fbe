package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.ReferenceServerBuilder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One reference server for all tests of a class, a local process, up again for each test whatever the one before did to it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final ReferenceServerExtension SERVER = ReferenceServerExtension.with(s -> s.installedSchema("vswitch.ovsschema"));
 *
 * @Test void lists(ReferenceServer server) { ... server.remote("tcp") ... }
 * }</pre>
 *
 * <p>Databases keep what tests write to them. Skips, or fails, the class if the programs are missing.
 */
public final class ReferenceServerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {
    private final Consumer<ReferenceServerBuilder> configuration;
    private @Nullable ReferenceServer server;

    private ReferenceServerExtension(Consumer<ReferenceServerBuilder> configuration) {
        this.configuration = configuration;
    }

    /** A server as this configures it. */
    public static ReferenceServerExtension with(Consumer<ReferenceServerBuilder> configuration) {
        return new ReferenceServerExtension(configuration);
    }

    /** The server. Throws {@link IllegalStateException} before the class's first test and after its last. */
    public ReferenceServer server() {
        if (server == null)
            throw new IllegalStateException("no test of the class is running; is the extension static?");
        return server;
    }

    /** The connection method of the listener of this name: see {@link ReferenceServer#remote}. */
    public String remote(String name) {
        return server().remote(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (server != null) return; // A nested class shares the server of the class around it.
        ReferenceServerBuilder builder = ReferenceServer.builder();
        configuration.accept(builder);
        server = builder.start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (!server().isRunning()) server().restart();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server == null || isNested(context)) return;
        server.close();
        server = null;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ReferenceServer.class;
    }

    @Override
    public ReferenceServer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server();
    }

    private static boolean isNested(ExtensionContext context) {
        return context.getTestClass().map(Class::getEnclosingClass).isPresent();
    }
}
