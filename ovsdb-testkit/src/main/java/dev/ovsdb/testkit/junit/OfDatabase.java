package dev.ovsdb.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which one of several databases a {@code TestDatabase} or {@code Idl} parameter is of. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OfDatabase {
    /** The database's name, as in its schema. */
    String value();
}
