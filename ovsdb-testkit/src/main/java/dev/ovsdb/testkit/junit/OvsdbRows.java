package dev.ovsdb.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Rows that one test has besides those of its class, with {@link OvsdbTest} or {@link OvsdbExtension}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OvsdbRows {
    /** Resources as {@link OvsdbTest#rows} names them, sown in this order behind those of the class. */
    String[] value();
}
