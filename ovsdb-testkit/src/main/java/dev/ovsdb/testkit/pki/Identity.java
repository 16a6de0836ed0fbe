package dev.ovsdb.testkit.pki;

import java.nio.file.Path;

/**
 * Who one side of a TLS connection says it is.
 *
 * @param privateKey PEM file, PKCS 8, not encrypted
 * @param certificate PEM file with the certificate for that key
 */
public record Identity(Path privateKey, Path certificate) {}
