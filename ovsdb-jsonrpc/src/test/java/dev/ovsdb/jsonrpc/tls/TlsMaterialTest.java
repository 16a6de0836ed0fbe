package dev.ovsdb.jsonrpc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsMaterialTest {
    private static final X509Bundle CA =
            selfSigned(new CertificateBuilder().subject("CN=ca").setIsCertificateAuthority(true));
    private static final X509Bundle RSA = selfSigned(new CertificateBuilder()
            .subject("CN=rsa")
            .setIsCertificateAuthority(true)
            .rsa2048());
    private static final X509Bundle EC = selfSigned(new CertificateBuilder()
            .subject("CN=ec")
            .setIsCertificateAuthority(true)
            .ecp256());

    private static X509Bundle selfSigned(CertificateBuilder builder) {
        try {
            return builder.buildSelfSigned();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + type
                + "-----\n";
    }

    private static TlsMaterial load(String key, String certificate) {
        return TlsMaterial.load(TlsOptions.builder()
                .privateKey(PemSource.text(key))
                .certificate(PemSource.text(certificate))
                .build());
    }

    /** What PKCS#8 holds inside: version, algorithm, the key in its old form. */
    private static byte[] oldForm(X509Bundle bundle) {
        byte[] pkcs8 = bundle.getKeyPair().getPrivate().getEncoded();
        var outer = Der.read(ByteBuffer.wrap(pkcs8), Der.SEQUENCE);
        Der.read(outer, Der.INTEGER);
        Der.read(outer, Der.SEQUENCE);
        var key = Der.read(outer, Der.OCTET_STRING);
        byte[] bytes = new byte[key.remaining()];
        key.get(bytes);
        return bytes;
    }

    /** The JDK leaves the curve out of the inner key; openssl writes it. */
    private static byte[] sec1WithCurve(X509Bundle bundle) {
        byte[] p256 = {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7};
        byte[] secret = ((ECPrivateKey) bundle.getKeyPair().getPrivate()).getS().toByteArray();
        byte[] padded = new byte[32];
        int length = Math.min(32, secret.length);
        System.arraycopy(secret, secret.length - length, padded, 32 - length, length);
        return Der.element(
                Der.SEQUENCE,
                Der.element(Der.INTEGER, new byte[] {1}),
                Der.element(Der.OCTET_STRING, padded),
                Der.element(Der.CONTEXT_0, p256));
    }

    @Nested
    class PrivateKeysInEachForm {
        @Test
        void pkcs8() {
            assertThat(load(RSA.getPrivateKeyPEM(), RSA.getCertificatePEM()).privateKey())
                    .contains(RSA.getKeyPair().getPrivate());
            assertThat(load(EC.getPrivateKeyPEM(), EC.getCertificatePEM()).privateKey())
                    .isPresent();
        }

        @Test
        void pkcs1() {
            String pkcs1 = pem("RSA PRIVATE KEY", oldForm(RSA));
            assertThat(load(pkcs1, RSA.getCertificatePEM()).privateKey().orElseThrow())
                    .isInstanceOf(RSAPrivateCrtKey.class)
                    .isEqualTo(RSA.getKeyPair().getPrivate());
        }

        @Test
        void sec1WithItsParametersBefore() {
            String parameters =
                    pem("EC PARAMETERS", new byte[] {6, 8, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 3, 1, 7});
            String sec1 = parameters + pem("EC PRIVATE KEY", sec1WithCurve(EC));
            assertThat(load(sec1, EC.getCertificatePEM()).privateKey()).isPresent();
        }

        @Test
        void amidstOtherText() {
            String chatty = "Certificate:\n    Data: ...\n" + EC.getCertificatePEM() + "\ntrailer";
            assertThat(load("Key:\r\n" + EC.getPrivateKeyPEM().replace("\n", "\r\n"), chatty)
                            .chain())
                    .hasSize(1);
        }
    }

    @Nested
    class RefusesAndSaysWhy {
        @Test
        void aKeyOfAnotherCertificate() {
            assertThatThrownBy(() -> load(EC.getPrivateKeyPEM(), RSA.getCertificatePEM()))
                    .hasMessageContaining("does not fit");
            assertThatThrownBy(() -> load(CA.getPrivateKeyPEM(), EC.getCertificatePEM()))
                    .hasMessageContaining("does not fit");
        }

        @Test
        void anEncryptedKey() {
            assertThatThrownBy(() -> load(pem("ENCRYPTED PRIVATE KEY", new byte[9]), EC.getCertificatePEM()))
                    .hasMessageContaining("passphrase");
            String old =
                    "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n";
            assertThatThrownBy(() -> load(old, RSA.getCertificatePEM())).hasMessageContaining("passphrase");
        }

        @Test
        void damage() {
            byte[] cut = Arrays.copyOf(sec1WithCurve(EC), 20);
            assertThatThrownBy(() -> load(pem("EC PRIVATE KEY", cut), EC.getCertificatePEM()))
                    .hasMessageContaining("malformed");
            assertThatThrownBy(() -> load(pem("PRIVATE KEY", cut), EC.getCertificatePEM()))
                    .hasMessageContaining("malformed");
            assertThatThrownBy(() -> load(EC.getPrivateKeyPEM(), pem("CERTIFICATE", cut)))
                    .hasMessageContaining("malformed");
            assertThatThrownBy(() -> load("", EC.getCertificatePEM())).hasMessageContaining("no private key");
            assertThatThrownBy(() -> load(EC.getPrivateKeyPEM(), "")).hasMessageContaining("no certificate");
            assertThatThrownBy(() -> load("-----BEGIN PRIVATE KEY-----\nAAAA", ""))
                    .hasMessageContaining("without its END");
        }

        @Test
        void aFileThatIsNotThere(@TempDir Path folder) {
            TlsOptions options =
                    TlsOptions.builder().caCertificate(folder.resolve("ca.pem")).build();
            assertThatThrownBy(() -> TlsMaterial.load(options))
                    .isInstanceOf(TlsException.class)
                    .hasMessageContaining("ca.pem: no such file");
        }

        @Test
        void halfAnIdentity() {
            assertThatThrownBy(() ->
                            TlsOptions.builder().privateKey(PemSource.text("x")).build())
                    .hasMessageContaining("needs its certificate");
            assertThatThrownBy(() -> TlsOptions.builder()
                            .certificate(PemSource.text("x"))
                            .build())
                    .hasMessageContaining("needs its private key");
        }
    }

    @Nested
    class TheChainThatIsSent {
        private final X509Bundle leaf;

        TheChainThatIsSent() throws Exception {
            leaf = new CertificateBuilder().subject("CN=leaf").buildIssuedBy(CA);
        }

        private TlsOptions.Builder shown() {
            return TlsOptions.builder()
                    .privateKey(PemSource.text(leaf.getPrivateKeyPEM()))
                    .certificate(PemSource.text(leaf.getCertificatePEM()));
        }

        @Test
        void endsInTheRootIfItIsKnown() {
            assertThat(TlsMaterial.load(shown().build()).chain()).hasSize(1);
            TlsOptions knowing = shown().caCertificate(PemSource.text(EC.getCertificatePEM() + CA.getCertificatePEM()))
                    .build();
            assertThat(TlsMaterial.load(knowing).chain()).containsExactly(leaf.getCertificate(), CA.getCertificate());
        }

        @Test
        void holdsWhatIsMeantForPeersThatBootstrap(@TempDir Path folder) throws Exception {
            Path file = Files.writeString(folder.resolve("ca.pem"), CA.getCertificatePEM());
            assertThat(TlsMaterial.load(shown().peerCaCertificate(file).build()).chain())
                    .containsExactly(leaf.getCertificate(), CA.getCertificate());
        }

        @Test
        void doesWithoutItIfItCannotBeRead(@TempDir Path folder) {
            Path file = folder.resolve("none.pem");
            assertThat(TlsMaterial.load(shown().peerCaCertificate(file).build()).chain())
                    .containsExactly(leaf.getCertificate());
        }
    }

    @Test
    void optionsAreValuesAndDoNotPrintSecrets() {
        TlsOptions one = TlsOptions.builder()
                .privateKey(PemSource.text("secret"))
                .certificate(PemSource.text("c"))
                .build();
        TlsOptions same = TlsOptions.builder()
                .privateKey(PemSource.text("secret"))
                .certificate(PemSource.text("c"))
                .build();
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one.toString()).doesNotContain("secret");
    }
}
