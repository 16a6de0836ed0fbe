package dev.ovsdb.testkit;

import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a {@link ReferenceServer} holds and where it listens: on TCP and a Unix socket if nothing else is asked for. */
public final class ReferenceServerBuilder {
    private final List<DatabaseSource> databases = new ArrayList<>();
    private final List<Listen> listens = new ArrayList<>();
    private final List<String> dialOuts = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private List<String> program = List.of();
    private @Nullable Tls tls;

    ReferenceServerBuilder() {}

    /** Adds an empty database with the schema of this file. */
    public ReferenceServerBuilder schema(Path file) {
        try {
            return schema(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + file, e);
        }
    }

    /** Adds an empty database with this schema, as JSON. */
    public ReferenceServerBuilder schema(String json) {
        databases.add(new DatabaseSource.Schema(json));
        return this;
    }

    /** Adds an empty database with this schema. */
    public ReferenceServerBuilder schema(DatabaseSchema schema) {
        return schema(schema.toJson());
    }

    /** Adds an empty database with the schema in this resource, named as for {@link Class#getResource}. */
    public ReferenceServerBuilder schemaResource(Class<?> neighbour, String resource) {
        try (InputStream stream = neighbour.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalArgumentException("no resource " + resource + " beside " + neighbour);
            return schema(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + resource, e);
        }
    }

    /** Adds an empty database with a schema that Open vSwitch or OVN installs, such as {@code vswitch.ovsschema}. */
    public ReferenceServerBuilder installedSchema(String fileName) {
        return schema(InstalledSchemas.require(fileName));
    }

    /** Adds a database with the contents of a database file, of which the server gets a copy. */
    public ReferenceServerBuilder database(Path file) {
        databases.add(new DatabaseSource.Copy(file));
        return this;
    }

    ReferenceServerBuilder source(DatabaseSource source) {
        databases.add(source);
        return this;
    }

    /** Listens on 127.0.0.1 without encryption, on a port that the server chooses: remote {@code "tcp"}. */
    public ReferenceServerBuilder tcp() {
        return listen(Listen.tcp());
    }

    /** Listens on ::1 without encryption: remote {@code "tcp6"}. */
    public ReferenceServerBuilder tcp6() {
        return listen(Listen.tcp6());
    }

    /** Listens on a Unix socket: remote {@code "unix"}. */
    public ReferenceServerBuilder unix() {
        return listen(Listen.unix());
    }

    /** Listens on 127.0.0.1 with TLS, and with certificates made for this server: remote {@code "ssl"}. */
    public ReferenceServerBuilder ssl() {
        if (tls == null) tls = Tls.owned(ReferencePki.create());
        return listen(Listen.ssl());
    }

    /** Listens on 127.0.0.1 with TLS, as the good server of this PKI, which the caller closes: remote {@code "ssl"}. */
    public ReferenceServerBuilder ssl(ReferencePki pki) {
        return ssl(pki, pki.server());
    }

    /** Listens on 127.0.0.1 with TLS, under a chosen identity, good or bad: remote {@code "ssl"}. */
    public ReferenceServerBuilder ssl(ReferencePki pki, Identity identity) {
        tls(pki, identity);
        return listen(Listen.ssl());
    }

    /** Gives the server an identity without a listener that uses it, for {@code dialOut("ssl:...")}. */
    public ReferenceServerBuilder tls(ReferencePki pki, Identity identity) {
        tls = new Tls(pki, identity, false);
        return this;
    }

    /** Lets the server connect to a client that listens, by an active connection method such as {@code tcp:127.0.0.1:6640}. */
    public ReferenceServerBuilder dialOut(String method) {
        dialOuts.add(method);
        return this;
    }

    /** Adds an argument to the server's command line. */
    public ReferenceServerBuilder option(String argument) {
        options.add(argument);
        return this;
    }

    /**
     * Runs another program in the place of {@code ovsdb-server}, one that takes its options, logs as it does and answers on its
     * control socket. Its database files are made by the real {@code ovsdb-tool}.
     */
    public ReferenceServerBuilder program(String... command) {
        program = List.of(command);
        return this;
    }

    /** Starts a process on this machine. Skips, or fails, the calling test if the programs are missing: see {@link Peers}. */
    public ReferenceServer start() {
        Peers.require("ovsdb-server", "ovsdb-tool", "ovs-appctl");
        List<String> command =
                program.isEmpty() ? List.of(Peers.program("ovsdb-server").toString()) : program;
        return LocalReferenceServer.start(command, folder(), plan(), tls);
    }

    /**
     * Starts a container of the image that {@link OvsdbContainer#defaultImage} names. Skips, or fails, the calling test if
     * there is no Docker engine or no such image: see {@link Peers}.
     */
    public ReferenceServer startContainer() {
        return startContainer(OvsdbContainer.defaultImage());
    }

    /** Starts a container of this image. */
    public ReferenceServer startContainer(String image) {
        Peers.requireImage(image);
        return ContainerReferenceServer.start(image, folder(), plan(), tls);
    }

    private ReferenceServerBuilder listen(Listen listen) {
        listens.add(listen);
        return this;
    }

    private ServerPlan plan() {
        List<Listen> chosen = listens.isEmpty() && dialOuts.isEmpty() ? List.of(Listen.tcp(), Listen.unix()) : listens;
        return new ServerPlan(chosen, dialOuts, options, tls != null, databases.size());
    }

    private WorkFolder folder() {
        WorkFolder folder = WorkFolder.create();
        for (int i = 0; i < databases.size(); i++) databases.get(i).place(folder, i);
        if (tls != null) tls.place(folder);
        return folder;
    }
}
