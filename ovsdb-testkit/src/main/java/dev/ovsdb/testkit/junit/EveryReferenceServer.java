package dev.ovsdb.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test once for each way to meet the reference server: a local process and a container, each over TCP, TLS with
 * client certificates, and a Unix socket. The test takes a {@link ReferenceEndpoint}.
 *
 * <pre>{@code
 * @EveryReferenceServer(installedSchema = "vswitch.ovsschema")
 * void lists(ReferenceEndpoint endpoint) { ... connect(endpoint.remote()) ... }
 * }</pre>
 *
 * <p>The two servers are shared by the tests of a class that name the same schemas; each is up when a test begins. Runs
 * whose server cannot be had are skipped, or fail with {@code OVSDB_REQUIRE_PEERS=true}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(EveryReferenceServerExtension.class)
public @interface EveryReferenceServer {
    /** Resources with schemas, named from the test class as in {@link Class#getResource}. */
    String[] schema() default {};

    /** Schema files that Open vSwitch and OVN install, such as {@code vswitch.ovsschema}. */
    String[] installedSchema() default {};
}
