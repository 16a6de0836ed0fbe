package dev.ovsdb.jsonrpc.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Stores a peer's root certificate as the one to believe from now on. */
public final class CaBootstrap {
    private CaBootstrap() {}

    /**
     * Writes the last certificate of the peer's chain to the file, which must not exist yet. If it exists by now, another
     * connection was faster; then the file is left as it is. Blocks on the disk.
     *
     * @throws TlsException if the chain does not end in a self-signed certificate, as a CA's is, or the file cannot be
     *     written
     */
    public static void store(Path file, List<X509Certificate> peerChain) {
        if (peerChain.isEmpty())
            throw new TlsException(file + ": cannot be filled, for the peer showed no certificate");
        X509Certificate root = peerChain.get(peerChain.size() - 1);
        if (!Certificates.isSelfSigned(root)) {
            throw new TlsException(file + ": cannot be filled, for the peer's chain ends in a certificate that is not"
                    + " self-signed (" + root.getSubjectX500Principal()
                    + "): the peer did not send its CA certificate");
        }
        try {
            byte[] pem = Certificates.toPem(root).getBytes(StandardCharsets.US_ASCII);
            Files.write(file, pem, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException | CertificateException e) {
            throw new TlsException(file + ": the peer's CA certificate cannot be stored: " + e, e);
        }
    }
}
