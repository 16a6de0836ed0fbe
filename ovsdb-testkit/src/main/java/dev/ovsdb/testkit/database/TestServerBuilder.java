package dev.ovsdb.testkit.database;

import dev.ovsdb.idl.transaction.TransactionBody;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.protocol.schema.SchemaException;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.conversation.Conversation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says what a {@link TestServer} has: databases, their first rows, and which server it is. For one thread.
 *
 * <p>Rows are sown in the order in which they were asked for, each time as one transaction, when all databases are there.
 */
public final class TestServerBuilder {
    private final List<DatabaseSchema> schemas = new ArrayList<>();
    private final List<Seed> seeds = new ArrayList<>();
    private ServerKind kind = ServerKind.EMBEDDED;

    TestServerBuilder() {}

    /** Which server it is; embedded by default. */
    public TestServerBuilder kind(ServerKind chosen) {
        kind = Objects.requireNonNull(chosen);
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
        if (schemas.isEmpty()) throw new IllegalStateException("no database: say schema(...) or one of its kin");
        List<String> names = names();
        Conversation conversation = new Conversation();
        TestServer server = new TestServer(backend(conversation), names, conversation);
        try {
            seeds.forEach(seed -> seed.sow(server));
            return server;
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
    }

    private List<String> names() {
        List<String> names = schemas.stream().map(DatabaseSchema::name).toList();
        if (names.stream().distinct().count() < names.size())
            throw new IllegalArgumentException("two databases have one name: " + names);
        return names;
    }

    private Backend backend(Conversation conversation) {
        return kind == ServerKind.EMBEDDED
                ? new EmbeddedBackend(schemas, conversation)
                : new ReferenceBackend(kind, schemas, conversation);
    }
}
