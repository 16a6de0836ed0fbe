package dev.ovsdb.server.engine.session;

import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** By whose name a client's certificate speaks. */
final class CommonName {
    private CommonName() {}

    /** The common name of the certificate's subject. */
    static Optional<String> of(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(String::valueOf)
                            .findFirst();
        } catch (InvalidNameException e) { // Not a name that RFC 2253 can write: nobody's.
            return Optional.empty();
        }
    }
}
