package dev.ovsdb.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test, or the tests of the class, only where these programs are installed.
 *
 * <p>Where one is missing the test is skipped with a message that names the package to install; with
 * {@code OVSDB_REQUIRE_PEERS=true} it fails. {@code @RequiresPeer("docker")} asks for an engine that answers,
 * {@code @RequiresPeer("python3-ovs")} for a Python with the module {@code ovs}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(RequiresPeerExtension.class)
public @interface RequiresPeer {
    /** The names of the programs. */
    String[] value();
}
