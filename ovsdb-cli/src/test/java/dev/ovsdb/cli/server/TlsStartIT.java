package dev.ovsdb.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ovsdb.cli.program.Outcome;
import dev.ovsdb.cli.program.OwnProgram;
import dev.ovsdb.cli.program.ProcessProgram;
import dev.ovsdb.cli.program.Program;
import dev.ovsdb.testkit.WorkFolder;
import dev.ovsdb.testkit.junit.RequiresPeer;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good and bad values of the TLS options: the real {@code ovsdb-client} gets through to our server where it does to the reference's. */
@RequiresPeer({"ovsdb-server", "ovsdb-client"})
class TlsStartIT {
    private final WorkFolder folder = WorkFolder.create();
    private final ReferencePki pki = ReferencePki.create();

    @BeforeEach
    void makeFiles() throws IOException {
        ServerFiles.make(folder.path());
        Files.writeString(
                folder.file("ask"),
                "timeout 10 ovsdb-client -voff -p " + pki.client().privateKey() + " -c "
                        + pki.client().certificate() + " -C " + pki.authority()
                        + " --timeout=5 list-dbs $1 >" + folder.file("answer") + " 2>/dev/null\n"
                        + "echo status $? >>" + folder.file("answer") + "\n");
    }

    @AfterEach
    void deleteFiles() {
        folder.close();
        pki.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{key} {cert} {ca}",
                "{key} {cert}",
                "{key} {ca}",
                "{cert} {ca}",
                "--private-key={f.cert} --certificate={f.key} {ca}",
                "--private-key={f.key} --certificate={f.clientCert} {ca}",
                "--private-key={f.none} {cert} {ca}",
                "{key} {cert} --ca-cert=none",
                "{key} {cert} --ca-cert={f.none}",
                "{key} {cert} --ca-cert={f.db}",
                "{key} {cert} --ca-cert={f.other}",
                "{key} {cert} --bootstrap-ca-cert={f.ca}",
                "{key} {cert} --bootstrap-ca-cert={f.none}",
                "{key} {cert} --bootstrap-ca-cert={f.db}",
                "{key} {cert} --bootstrap-ca-cert=none",
                "{key} {cert} {ca} --bootstrap-ca-cert={f.other}",
                "{key} {cert} --bootstrap-ca-cert={f.other} {ca}",
                "{key} {cert} {ca} --peer-ca-cert={f.ca}",
                "{key} {cert} {ca} --peer-ca-cert={f.none}",
                "{key} {cert} {ca} --peer-ca-cert={f.db}",
                "{key} {cert} {ca} --peer-ca-cert=",
                "{key} {cert} {ca} --ssl-protocols=TLSv1.2",
                "{key} {cert} {ca} --ssl-protocols=tlsv1.2",
                "{key} {cert} {ca} --ssl-protocols=TLSv1.2,TLSv1.1",
                "{key} {cert} {ca} --ssl-protocols=TLSv1.3",
                "{key} {cert} {ca} --ssl-protocols=SSLv3",
                "{key} {cert} {ca} --ssl-protocols=TLSv1.2,foo",
                "{key} {cert} {ca} --ssl-protocols=,",
                "{key} {cert} {ca} --ssl-protocols=",
                "{key} {cert} {ca} --ssl-ciphers=HIGH:!aNULL:!MD5",
                "{key} {cert} {ca} --ssl-ciphers=ECDHE-ECDSA-AES256-GCM-SHA384",
                "{key} {cert} {ca} --ssl-ciphers=HIGH:foo",
                "{key} {cert} {ca} --ssl-ciphers=foo",
                "{key} {cert} {ca} --ssl-ciphers=:",
                "{key} {cert} {ca} --ssl-ciphers=",
                "{key} {cert} {ca} --ssl-ciphers=DEFAULT@SECLEVEL=1",
                "{key} {cert} {ca} --ssl-ciphers=TLS_AES_256_GCM_SHA384"
            })
    void aClientGetsThroughAsToTheReference(String options) throws IOException {
        String expected = answer(ProcessProgram.reference("ovsdb-server", folder.path()), options);
        String actual = answer(new OwnProgram("server", folder.path()), options);
        assertThat(actual).isEqualTo(expected);
    }

    private String answer(Program server, String options) throws IOException {
        Files.deleteIfExists(folder.file("missing.pem")); // Which a bootstrap may have made.
        int port = freePort();
        List<String> words = new ArrayList<>(List.of(
                folder.file("a.db").toString(),
                "--unixctl=none",
                "-vconsole:off",
                "--remote=pssl:" + port + ":127.0.0.1",
                "--run=sh " + folder.file("ask") + " ssl:127.0.0.1:" + port));
        if (!options.isEmpty()) {
            words.addAll(List.of(filled(options).split(" ")));
        }
        Outcome outcome = server.run(words);
        return outcome + "\n" + Files.readString(folder.file("answer"));
    }

    private String filled(String options) {
        return options.replace("{key}", "--private-key={f.key}")
                .replace("{cert}", "--certificate={f.cert}")
                .replace("{ca}", "--ca-cert={f.ca}")
                .replace("{f.key}", pki.server().privateKey().toString())
                .replace("{f.cert}", pki.server().certificate().toString())
                .replace("{f.clientCert}", pki.client().certificate().toString())
                .replace("{f.ca}", pki.authority().toString())
                .replace("{f.other}", pki.otherAuthority().toString())
                .replace("{f.db}", folder.file("a.db").toString())
                .replace("{f.none}", folder.file("missing.pem").toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
