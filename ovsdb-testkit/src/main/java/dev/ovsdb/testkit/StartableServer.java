package dev.ovsdb.testkit;

import dev.ovsdb.testkit.pki.Identity;
import dev.ovsdb.testkit.pki.ReferencePki;
import java.nio.file.Path;
import org.testcontainers.lifecycle.Startable;

/**
 * A server that is described first and started then, as Testcontainers has it: {@link OvsdbContainer} and {@link LocalOvsdbServer} are
 * described, started and used in the same words, and both may be a field that its {@code @Container} starts and ends.
 *
 * @param <S> the type itself
 */
public interface StartableServer<S extends StartableServer<S>> extends RunningServer, Startable {
    /** Adds an empty database with this schema, as JSON. */
    S withSchema(String json);

    /** Adds an empty database with the schema of this file. */
    S withSchema(Path file);

    /** Listens with TLS too, under this identity, and asks clients for a certificate of the PKI's authority; the caller closes the PKI. */
    S withTls(ReferencePki pki, Identity identity);

    /** Starts it; clients can connect when this returns. Does nothing if it runs. */
    @Override
    void start();

    @Override
    void stop();

    @Override
    void close();
}
