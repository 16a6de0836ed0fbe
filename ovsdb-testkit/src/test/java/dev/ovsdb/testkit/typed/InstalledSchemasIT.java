package dev.ovsdb.testkit.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.codegen.CodeGenerator;
import dev.ovsdb.idl.Idl;
import dev.ovsdb.idl.Replica;
import dev.ovsdb.idl.interest.Interest;
import dev.ovsdb.idl.transaction.IdlTransaction;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.ReferenceServer;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Types from the schemas that the packages ship, compiled without a warning, and read by on a server that serves them. */
@RequiresPeer("ovsdb-server")
class InstalledSchemasIT {
    @Test
    void openVSwitch() throws Exception {
        assertThat(writtenAndRead("vswitch"))
                .hasToString(
                        "[[br0], br0, [p0], Optional[ACCESS], Optional[9], [Optional[7]], test, [OPENFLOW13, OPENFLOW15], [], false]");
    }

    @Test
    void ovnNorthbound() throws Exception {
        assertThat(read(
                        "ovn-nb",
                        insert("Logical_Switch_Port", "p")
                                .set("name", Datum.of("lsp"))
                                .set("addresses", Datum.set(Atom.of("unknown")))
                                .set("up", Datum.of(true)),
                        insert("ACL", "a")
                                .set("priority", Datum.of(5))
                                .set("direction", Datum.of("to-lport"))
                                .set("match", Datum.of("1"))
                                .set("action", Datum.of("drop")),
                        insert("Logical_Switch", "s")
                                .set("name", Datum.of("ls"))
                                .set("ports", named("p"))
                                .set("acls", named("a"))))
                .hasToString("[ls, lsp, [unknown], Optional[true], [TO_LPORT, DROP, 5], Optional.empty]");
    }

    @Test
    void ovnSouthbound() throws Exception {
        assertThat(read(
                        "ovn-sb",
                        insert("Datapath_Binding", "d").set("tunnel_key", Datum.of(3)),
                        insert("Port_Binding", "p")
                                .set("logical_port", Datum.of("lsp"))
                                .set("datapath", named("d"))
                                .set("tunnel_key", Datum.of(4))))
                .hasToString("[Optional[3], lsp, true, Optional.empty]");
    }

    @Test
    void hardwareVtep() throws Exception {
        assertThat(writtenAndRead("vtep")).hasToString("[ps, [eth0], [10], ls, Optional[SOURCE_NODE]]");
    }

    private static Insert.Builder insert(String table, String name) {
        return Insert.into(table).uuidName(name);
    }

    private static Datum named(String uuidName) {
        return Datum.of(Atom.named(uuidName));
    }

    /** What a program written against the generated types reads after these inserts. */
    private static List<Object> read(String schema, Insert.Builder... inserts) throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (Insert.Builder insert : inserts) {
            operations.add(insert.build());
        }
        return run(
                schema,
                (program, idl) -> idl.client()
                        .blocking()
                        .transact(program.interest().database(), operations)
                        .requireSuccess()); // Its update came before its reply.
    }

    /** What a program written against the generated types reads after its own transaction. */
    private static List<Object> writtenAndRead(String schema) throws Exception {
        return run(schema, (program, idl) -> idl.transact(program::write).requireDone());
    }

    private static List<Object> run(String schema, Writing writing) throws Exception {
        String file = schema + ".ovsschema";
        try (WorkFolder folder = WorkFolder.create();
                ReferenceServer server =
                        ReferenceServer.builder().installedSchema(file).unix().start();
                URLClassLoader types = compiled(folder.path(), schema, InstalledSchemas.require(file))) {
            Program program = new Program(types);
            try (Idl idl = Idl.of(program.interest()).connect(server.remote("unix"))) {
                idl.live().get(60, TimeUnit.SECONDS);
                writing.run(program, idl);
                return program.apply(idl);
            }
        }
    }

    private interface Writing {
        void run(Program program, Idl idl) throws Exception;
    }

    private static URLClassLoader compiled(Path folder, String schema, Path file) throws IOException {
        Path sources = folder.resolve("sources");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> files = new ArrayList<>(
                CodeGenerator.into("org.example").schema(file).generate().writeTo(sources));
        Path use = sources.resolve("org/example/Use.java");
        try (InputStream text = InstalledSchemasIT.class.getResourceAsStream(schema + ".java.txt")) {
            Files.copy(Objects.requireNonNull(text, schema), use);
        }
        files.add(use);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "--release",
                "17",
                "-Xlint:all",
                "-Xdoclint:all,-missing",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
            assertThat(done).as(messages.toString()).isTrue();
        }
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, InstalledSchemasIT.class.getClassLoader());
    }

    /** The program among those types. */
    private static final class Program {
        private final Object use;

        Program(ClassLoader types) throws ReflectiveOperationException {
            use = types.loadClass("org.example.Use").getDeclaredConstructor().newInstance();
        }

        @SuppressWarnings("unchecked")
        List<Object> apply(Replica replica) {
            return ((Function<Replica, List<Object>>) use).apply(replica);
        }

        @SuppressWarnings("unchecked")
        void write(IdlTransaction tx) {
            ((Consumer<IdlTransaction>) use).accept(tx);
        }

        Interest interest() throws ReflectiveOperationException {
            return (Interest) use.getClass().getMethod("interest").invoke(use);
        }
    }
}
