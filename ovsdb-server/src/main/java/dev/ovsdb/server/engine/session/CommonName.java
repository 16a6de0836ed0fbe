package dev.ovsdb.server.engine.session;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** By whose name a client's certificate speaks. */
final class CommonName {
    /** The attribute in RFC 2253's notation, whose special characters stand behind a backslash. */
    private static final Pattern ATTRIBUTE = Pattern.compile("(?:^|[,+])CN=((?:[^,+\\\\]|\\\\.)*)");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    private CommonName() {}

    /** The common name of the certificate's subject. */
    static Optional<String> of(X509Certificate certificate) {
        return of(certificate.getSubjectX500Principal());
    }

    /** The most specific common name, if there are several. */
    static Optional<String> of(X500Principal subject) {
        Matcher attribute = ATTRIBUTE.matcher(subject.getName(X500Principal.RFC2253));
        return attribute.find()
                ? Optional.of(ESCAPED.matcher(attribute.group(1)).replaceAll("$1"))
                : Optional.empty();
    }
}
