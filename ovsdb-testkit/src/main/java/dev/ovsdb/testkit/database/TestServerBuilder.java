package dev.ovsdb.testkit.database;

import dev.ovsdb.idl.transaction.TransactionBody;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.conversation.Conversation;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a {@link TestServer} has: databases, their first rows, and which server it is. For one thread.
 *
 * <p>Rows are sown in the order in which they were asked for, each time as one transaction, when all databases are there.
 */
public final class TestServerBuilder {
    private final List<DatabaseSchema> schemas = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();
    private final Set<String> remotes = new LinkedHashSet<>();
    private ServerKind kind = ServerKind.EMBEDDED;
    private @Nullable ReferencePki pki;

    TestServerBuilder() {}

    /** Which server it is; embedded by default. */
    public TestServerBuilder kind(ServerKind chosen) {
        kind = Objects.requireNonNull(chosen);
        return this;
    }

    /** Listens on a Unix socket: remote {@code "unix"}. The only one if no other is asked for. */
    public TestServerBuilder unix() {
        return remote("unix");
    }

    /** Listens on 127.0.0.1 without encryption: remote {@code "tcp"}. */
    public TestServerBuilder tcp() {
        return remote("tcp");
    }

    /**
     * Listens on 127.0.0.1 with TLS, and with certificates made for this server, {@link TestServer#pki}: remote {@code "ssl"}. In front of a
     * program or a container it is the kit that speaks TLS, since it hears what is said.
     */
    public TestServerBuilder ssl() {
        return remote("ssl");
    }

    /** Listens on 127.0.0.1 with TLS, as the good server of this PKI, which the caller closes: remote {@code "ssl"}. */
    public TestServerBuilder ssl(ReferencePki certificates) {
        pki = Objects.requireNonNull(certificates);
        return remote("ssl");
    }

    /**
     * Listens so that clients of this kind can come. The first one asked for is {@link TestServer#remote()}.
     *
     * @param name {@code "unix"}, {@code "tcp"} or {@code "ssl"}
     */
    public TestServerBuilder remote(String name) {
        if (!RemotePlan.KINDS.contains(name))
            throw new IllegalArgumentException("no kind of remote: \"" + name + "\"; there are " + RemotePlan.KINDS);
        remotes.add(name);
        return this;
    }

    /** Adds an empty database with this schema, such as that of a generated class: {@code schema(TownDatabase.schema())}. */
    public TestServerBuilder schema(DatabaseSchema schema) {
        schemas.add(Objects.requireNonNull(schema));
        return this;
    }

    /**
     * Adds an empty database with this schema, as JSON.
     *
     * @throws IllegalArgumentException if it is no schema; says where and why
     */
    public TestServerBuilder schema(String json) {
        return schema("the schema", json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds an empty database with the schema in this resource, named as for {@link Class#getResource}, and else from the root of the
     * class path.
     *
     * @throws IllegalArgumentException if there is none, with the names that were looked for, or it is no schema
     */
    public TestServerBuilder schemaResource(Class<?> neighbour, String resource) {
        return schema(resource, Resources.read(neighbour, resource));
    }

    /** Adds an empty database with a schema that Open vSwitch or OVN installs, such as {@code vswitch.ovsschema}. */
    public TestServerBuilder installedSchema(String fileName) {
        Path file = InstalledSchemas.require(fileName);
        try {
            return schema(DatabaseSchema.parse(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + file, e);
        }
    }

    /**
     * Adds an empty database with the schema that a generated class is made for, such as {@code TownDatabase}.
     *
     * @throws IllegalArgumentException if the class has no public static method {@code schema()}
     */
    public TestServerBuilder schemaOf(Class<?> generated) {
        try {
            return schema((DatabaseSchema) generated.getMethod("schema").invoke(null));
        } catch (NoSuchMethodException | IllegalAccessException | ClassCastException | NullPointerException e) {
            throw new IllegalArgumentException(
                    generated.getName() + " is no class that was generated for a database: it lacks a public static"
                            + " method schema() that gives its DatabaseSchema",
                    e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("cannot have the schema of " + generated.getName(), e.getCause());
        }
    }

    private TestServerBuilder schema(String origin, byte[] json) {
        try {
            return schema(DatabaseSchema.parse(json));
        } catch (JsonSyntaxException | SchemaException e) {
            throw new IllegalArgumentException(origin + " is no database schema: " + e.getMessage(), e);
        }
    }

    /** Runs these operations on the only database. */
    public TestServerBuilder rows(Operation... operations) {
        seeds.add(new Seed.Operations(null, List.of(operations)));
        return this;
    }

    /** Runs these operations on a database. */
    public TestServerBuilder rowsIn(String database, Operation... operations) {
        seeds.add(new Seed.Operations(database, List.of(operations)));
        return this;
    }

    /** Runs this transaction on the only database, by a replica: with typed tables, if there are such. */
    public TestServerBuilder rows(TransactionBody body) {
        seeds.add(new Seed.Function(body));
        return this;
    }

    /**
     * Runs a transaction in the notation of {@code transact}'s parameters (RFC 7047, section 4.1.3), such as {@code ["Town", {"op":
     * "insert", "table": "House", "row": {...}}]}. The name of the only database may be left out.
     */
    public TestServerBuilder rows(String json) {
        seeds.add(new Seed.Json("the rows for the test", json));
        return this;
    }

    /** As {@link #rows(String)}, from a resource that is looked for as in {@link #schemaResource}. */
    public TestServerBuilder rowsResource(Class<?> neighbour, String resource) {
        seeds.add(new Seed.Json(resource, new String(Resources.read(neighbour, resource), StandardCharsets.UTF_8)));
        return this;
    }

    /**
     * Starts the server and sows the rows.
     *
     * @throws IllegalStateException if it has no database
     * @throws IllegalArgumentException if rows cannot be had: names operation, table, column and the error. Nothing runs then
     */
    public TestServer start() {
        return sow(launch());
    }

    /** Starts the server without rows. */
    TestServer launch() {
        if (schemas.isEmpty()) throw new IllegalStateException("no database: say schema(...) or one of its kin");
        List<String> names = names();
        Conversation conversation = new Conversation();
        RemotePlan plan = plan();
        try {
            return new TestServer(backend(plan, conversation), names, plan, conversation);
        } catch (RuntimeException | Error e) {
            plan.close();
            throw e;
        }
    }

    /** Puts the rows into an empty server, which is closed if that fails. */
    TestServer sow(TestServer server) {
        try {
            seeds.forEach(seed -> seed.sow(server));
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    /** What two servers must have in common to be each other's substitute when they are empty. */
    Object likeness() {
        return List.of(kind, List.copyOf(schemas), List.copyOf(remotes), Optional.ofNullable(pki));
    }

    List<DatabaseSchema> schemas() {
        return List.copyOf(schemas);
    }

    private RemotePlan plan() {
        List<String> kinds = remotes.isEmpty() ? List.of("unix") : List.copyOf(remotes);
        boolean own = pki == null && remotes.contains("ssl");
        return new RemotePlan(kinds, own ? Optional.of(ReferencePki.create()) : Optional.ofNullable(pki), own);
    }

    private List<String> names() {
        List<String> names = schemas.stream().map(DatabaseSchema::name).toList();
        if (names.stream().distinct().count() < names.size())
            throw new IllegalArgumentException("two databases have one name: " + names);
        return names;
    }

    private Backend backend(RemotePlan plan, Conversation conversation) {
        return kind == ServerKind.EMBEDDED
                ? new EmbeddedBackend(schemas, plan, conversation)
                : new ReferenceBackend(kind, schemas, plan, conversation);
    }
}
