package dev.ovsdb.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.client.OvsdbClient;
import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod;
import dev.ovsdb.jsonrpc.tls.TlsOptions;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import dev.ovsdb.server.OvsdbServer;
import dev.ovsdb.server.Remote;
import dev.ovsdb.server.engine.DatabaseHandler;
import dev.ovsdb.server.remote.ConfiguredRemotes;
import dev.ovsdb.server.remote.TlsFiles;
import dev.ovsdb.testkit.InstalledSchemas;
import dev.ovsdb.testkit.Tool;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The files of TLS that a database names, or that the server learns from its first client, with real clients. */
@RequiresPeer({"ovsdb-server", "ovsdb-client", "ovs-vsctl"})
class TlsFilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReferencePki pki = ReferencePki.create();
    private final ReferencePki newPki = ReferencePki.create();
    private Path folder;
    private OvsdbServer server;
    private ConfiguredRemotes remotes;
    private SwitchDatabase database;

    @BeforeEach
    void start() throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "tlf");
        DatabaseHandler handler = DatabaseHandler.builder()
                .database(DatabaseSchema.parse(Files.readString(InstalledSchemas.require("vswitch.ovsschema"))))
                .build();
        server = OvsdbServer.builder()
                .handler(handler)
                .listen("punix:" + folder.resolve("s"))
                .startBlocking();
        remotes = new ConfiguredRemotes(server, handler::database);
        database = new SwitchDatabase("unix:" + folder.resolve("s"));
    }

    @AfterEach
    void stop() throws IOException {
        remotes.close();
        server.close();
        pki.close();
        newPki.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.collect(Collectors.toList())) Files.delete(file);
        }
        Files.delete(folder);
    }

    private static TlsFiles inDatabase() {
        return TlsFiles.none()
                .withPrivateKey("db:Open_vSwitch,SSL,private_key")
                .withCertificate("db:Open_vSwitch,SSL,certificate")
                .withCaCertificate("db:Open_vSwitch,SSL,ca_cert");
    }

    /** Puts copies of an authority's files where the server's are, with a time of their own. */
    private void install(ReferencePki from, int age) throws IOException {
        copy(from.server().privateKey(), "key.pem", age);
        copy(from.server().certificate(), "cert.pem", age);
        copy(from.authority(), "ca.pem", age);
    }

    private void copy(Path from, String name, int age) throws IOException {
        Path to = folder.resolve(name);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.fromMillis(1_600_000_000_000L - age * 10_000L));
    }

    private void nameFilesInDatabase() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("private_key", folder.resolve("key.pem").toString());
        files.put("certificate", folder.resolve("cert.pem").toString());
        files.put("ca_cert", folder.resolve("ca.pem").toString());
        database.tls(files);
    }

    /** The remote's address for clients, once it listens. */
    private String listening() {
        Optional<Remote> remote = remotes.remote("pssl:0:127.0.0.1");
        assertThat(remote).isPresent();
        assertThat(remote.get().firstAttempt()).succeedsWithin(PATIENCE);
        int port = ((ConnectionMethod.PassiveSsl) remote.get().method()).port();
        return "ssl:127.0.0.1:" + port;
    }

    private static boolean canTalk(String address, ReferencePki authority) {
        Identity identity = authority.client();
        return Tool.named("ovsdb-client")
                .run(
                        "-t",
                        "10",
                        "--private-key=" + identity.privateKey(),
                        "--certificate=" + identity.certificate(),
                        "--ca-cert=" + authority.authority(),
                        "list-dbs",
                        address)
                .succeeded();
    }

    @Test
    void namedInADatabaseAndReadAgainWithoutHarmToSessions() throws Exception {
        install(pki, 1);
        nameFilesInDatabase();
        remotes.tls(inDatabase());
        remotes.add("pssl:0:127.0.0.1");
        String address = listening();
        assertThat(canTalk(address, pki)).isTrue();
        assertThat(canTalk(address, newPki)).isFalse();

        try (OvsdbClient session = client(address)) {
            UUID server = session.getServerId().join();
            install(newPki, 0);

            assertThat(canTalk(address, newPki)).isTrue();
            assertThat(canTalk(address, pki)).isFalse();
            assertThat(session.getServerId()).succeedsWithin(PATIENCE).isEqualTo(server);
        }
    }

    private OvsdbClient client(String address) {
        return OvsdbClient.builder()
                .remotes(address)
                .tls(TlsOptions.builder()
                        .privateKey(pki.client().privateKey())
                        .certificate(pki.client().certificate())
                        .caCertificate(pki.authority())
                        .verifyHostName(false)
                        .build())
                .connect()
                .join();
    }

    /** The first client that shows its authority's certificate is believed; from then on only that authority's clients are. */
    @Test
    void theAuthorityOfTheFirstClientIsKept() {
        Path learnt = folder.resolve("learnt.pem");
        remotes.tls(TlsFiles.none()
                .withPrivateKey(pki.server().privateKey().toString())
                .withCertificate(pki.server().certificate().toString())
                .withBootstrapCaCertificate(learnt.toString()));
        remotes.add("pssl:0:127.0.0.1");
        String address = listening();

        Tool.named("ovs-vsctl")
                .run(
                        "-t",
                        "10",
                        "--no-wait",
                        "--db=" + address,
                        "--private-key=" + pki.client().privateKey(),
                        "--certificate=" + pki.client().certificate(),
                        "--ca-cert=" + pki.authority(),
                        "--peer-ca-cert=" + pki.authority(),
                        "init");

        assertThat(learnt).exists().content().contains("BEGIN CERTIFICATE");
        assertThat(canTalk(address, pki)).isTrue();
        assertThat(canTalk(address, newPki)).isFalse();
    }
}
