package dev.ovsdb.cli.conformance;

import static dev.ovsdb.cli.options.OptionForm.flag;
import static dev.ovsdb.cli.options.OptionForm.optional;
import static dev.ovsdb.cli.options.OptionForm.valued;

import dev.ovsdb.cli.options.Option;
import dev.ovsdb.cli.options.OptionForm;

/** The options. */
public enum ConformanceOption implements Option {
    LIST(flag("list", 'l', "list the cases and end")),
    PRINT_SCHEMA(optional("print-schema", "NAME", "print the schema that most cases need, or another one, and end")),
    FEATURE(valued("feature", 'f', "FEATURE", "play only cases of this feature; may be repeated")),
    CASE(valued("case", "NAME", "play only the cases whose names begin so; may be repeated")),
    PROFILE(valued("profile", "PROFILE", "play only the cases of rfc7047, or of ovs")),
    DATABASE(valued("database", "NAME", "the database for cases that take any (default: the first one)")),
    EXACT(flag("exact", "compare texts of errors and forms with the reference's too")),
    PATIENCE(valued("patience", 't', "SECS", "how long an answer may take (default: 5)")),
    CLIENT(valued("client", "METHOD", "judge a client: listen there, such as ptcp:0:127.0.0.1")),
    EXEC(valued("exec", "COMMAND", "start the client by this, {remote} standing for where to connect")),
    JUNIT(valued("junit", "FILE", "write the report as JUnit XML")),
    HTML(valued("html", "FILE", "write the report as a page with a matrix")),
    PRIVATE_KEY(valued("private-key", 'p', "FILE", "PEM of the private key")),
    CERTIFICATE(valued("certificate", 'c', "FILE", "PEM of the private key's certificate")),
    CA_CERT(valued("ca-cert", 'C', "FILE", "PEM of the authority to trust")),
    BOOTSTRAP_CA_CERT(
            valued("bootstrap-ca-cert", "FILE", "PEM of the authority to trust; written on the first connection")),
    SSL_PROTOCOLS(valued("ssl-protocols", "PROTOS", "versions of TLS to speak")),
    SSL_CIPHERS(valued("ssl-ciphers", "CIPHERS", "cipher list, in OpenSSL's notation")),
    HELP(flag("help", 'h', "display this help and exit"));

    private final OptionForm form;

    ConformanceOption(OptionForm form) {
        this.form = form;
    }

    @Override
    public OptionForm form() {
        return form;
    }
}
