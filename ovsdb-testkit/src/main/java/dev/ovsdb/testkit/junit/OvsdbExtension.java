package dev.ovsdb.testkit.junit;

import dev.ovsdb.testkit.database.ServerKind;
import dev.ovsdb.testkit.database.ServerPool;
import dev.ovsdb.testkit.database.TestServer;
import dev.ovsdb.testkit.database.TestServerBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test a server of its own with fresh databases, described in Java; otherwise as {@link OvsdbTest}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final OvsdbExtension OVSDB = OvsdbExtension.with(server -> server.schema(TownDatabase.schema())
 *         .rows(tx -> tx.insert(HouseTable.in(tx)).set(HouseTable.ADDRESS, "Mill Lane 4")));
 *
 * @Test void counts(Idl idl) { ... }
 * }</pre>
 *
 * <p>Holds nothing but the servers of the tests that run, so one may serve any number of tests at once.
 */
public final class OvsdbExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    static final Namespace NAMESPACE = Namespace.create(OvsdbExtension.class);

    private final BiConsumer<ExtensionContext, TestServerBuilder> configuration;
    private final boolean shared;
    private final Map<String, TestStage> running = new ConcurrentHashMap<>(); // By the test's unique id.

    private OvsdbExtension(BiConsumer<ExtensionContext, TestServerBuilder> configuration, boolean shared) {
        this.configuration = configuration;
        this.shared = shared;
    }

    /** The one of {@link OvsdbTest}. */
    OvsdbExtension() {
        this(OvsdbTests::configure, false);
    }

    /** A server as this configures it, for each test anew. */
    public static OvsdbExtension with(Consumer<TestServerBuilder> configuration) {
        return new OvsdbExtension((context, builder) -> configuration.accept(builder), false);
    }

    /** The same, with servers that are kept for the next test of the class: see {@link OvsdbTest#shared}. */
    public OvsdbExtension shared() {
        return new OvsdbExtension(configuration, true);
    }

    /**
     * The server of the test that runs. A test takes it as a parameter rather; this is for code between the two.
     *
     * @throws IllegalStateException if no test runs, or several at once: the extension cannot know then whose is wanted
     */
    public TestServer server() {
        List<TestStage> stages = List.copyOf(running.values());
        if (stages.size() == 1) return stages.get(0).server();
        throw new IllegalStateException(
                stages.isEmpty()
                        ? "no test is running"
                        : stages.size() + " tests are running at once; take the TestServer as a parameter");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        running.put(context.getUniqueId(), stage(context));
    }

    /** Comes behind the test's own {@code @AfterEach}, so that its failures are seen too, and before the server is closed. */
    @Override
    public void afterEach(ExtensionContext context) {
        TestStage stage = running.remove(context.getUniqueId());
        if (stage == null) return; // The server itself could not be had, which the failure tells.
        context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .ifPresent(failure -> failure.addSuppressed(new ServerAtFailure(stage.dump())));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return OvsdbParameter.isOne(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        OvsdbParameter.requireTest(parameter, context);
        return OvsdbParameter.resolve(parameter, stage(context));
    }

    /** A test's constructor is not shared, so what it takes is the test's. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private TestStage stage(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(this, key -> start(context), TestStage.class);
    }

    private TestStage start(ExtensionContext context) {
        TestServerBuilder builder = TestServer.builder();
        configuration.accept(context, builder);
        AnnotationSupport.findAnnotation(context.getElement(), OvsdbRows.class).ifPresent(annotation -> {
            for (String resource : annotation.value()) builder.rowsResource(context.getRequiredTestClass(), resource);
        });
        ServerKind kind = context.getStore(NAMESPACE).get(ServerKind.class, ServerKind.class);
        if (kind != null) builder.kind(kind);
        if (!isShared(context)) {
            TestServer server = builder.start();
            return new TestStage(server, server::close);
        }
        ServerPool pool = pool(context);
        TestServer server = pool.take(builder);
        return new TestStage(server, () -> pool.giveBack(builder, server));
    }

    private boolean isShared(ExtensionContext context) {
        return shared || OvsdbTests.isShared(context);
    }

    /** Of the outermost class, with whose end JUnit closes it. */
    private static ServerPool pool(ExtensionContext context) {
        return SharedServer.outermostClass(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(ServerPool.class, key -> new ServerPool(), ServerPool.class);
    }
}
