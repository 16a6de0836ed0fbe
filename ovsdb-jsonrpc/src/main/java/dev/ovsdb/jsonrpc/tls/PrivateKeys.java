package dev.ovsdb.jsonrpc.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/**
 * Private keys out of PEM: PKCS#8 ({@code PRIVATE KEY}), and the older PKCS#1 ({@code RSA PRIVATE KEY}) and SEC 1
 * ({@code EC PRIVATE KEY}), which {@code ovs-pki} and {@code openssl} of their day wrote and the JDK does not read. Those
 * two are wrapped into PKCS#8 (RFC 5208, RFC 5915).
 */
final class PrivateKeys {
    private static final byte[] VERSION_0 = {Der.INTEGER, 1, 0};
    private static final byte[] RSA_ALGORITHM = {
        Der.SEQUENCE, 13, 6, 9, 0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 1, 1, 5, 0
    };
    private static final byte[] EC_ALGORITHM_OID = {6, 7, 0x2A, (byte) 0x86, 0x48, (byte) 0xCE, 0x3D, 2, 1};
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    private PrivateKeys() {}

    /** @throws TlsException if there is no private key that can be read */
    static PrivateKey read(PemSource source) {
        for (PemBlock block : source.read()) {
            switch (block.type()) {
                case "PRIVATE KEY":
                    return decode(block.der(), source);
                case "RSA PRIVATE KEY":
                    return decode(pkcs8(RSA_ALGORITHM, block.der()), source);
                case "EC PRIVATE KEY":
                    return decode(pkcs8(ecAlgorithm(block.der(), source), block.der()), source);
                case "ENCRYPTED PRIVATE KEY":
                    throw new TlsException(source.describe() + ": the key is encrypted; store it without a passphrase");
                default: // A certificate or EC parameters before the key.
            }
        }
        throw new TlsException(source.describe() + ": no private key in it (PRIVATE KEY, RSA or EC PRIVATE KEY)");
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return Der.element(Der.SEQUENCE, VERSION_0, algorithm, Der.element(Der.OCTET_STRING, key));
    }

    /** The curve, which PKCS#8 wants outside, is an optional part of a SEC 1 key; everybody writes it. */
    private static byte[] ecAlgorithm(byte[] sec1, PemSource source) {
        try {
            ByteBuffer key = Der.read(ByteBuffer.wrap(sec1), Der.SEQUENCE);
            Der.read(key, Der.INTEGER);
            Der.read(key, Der.OCTET_STRING);
            ByteBuffer curve = Der.read(key, Der.CONTEXT_0);
            byte[] oid = new byte[curve.remaining()];
            curve.get(oid);
            return Der.element(Der.SEQUENCE, EC_ALGORITHM_OID, oid);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new TlsException(
                    source.describe() + ": the EC private key is malformed or does not name its curve", e);
        }
    }

    private static PrivateKey decode(byte[] pkcs8, PemSource source) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(pkcs8);
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException e) {
                continue; // Of another algorithm, or malformed: the next one tells.
            } catch (GeneralSecurityException e) {
                throw new TlsException(source.describe() + ": " + e.getMessage(), e);
            }
        }
        throw new TlsException(source.describe() + ": the private key is malformed, or of none of " + ALGORITHMS);
    }

    /** Whether what one signs the other verifies. Between two writes to their files a pair may not fit. */
    static boolean fit(PrivateKey key, PublicKey certified) {
        try {
            Signature signature = Signature.getInstance(signatureFor(key.getAlgorithm()));
            byte[] probe = {1, 2, 3};
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false; // Keys of two algorithms.
        }
    }

    private static String signatureFor(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> keyAlgorithm; // Ed25519, Ed448 and their common name EdDSA.
        };
    }
}
