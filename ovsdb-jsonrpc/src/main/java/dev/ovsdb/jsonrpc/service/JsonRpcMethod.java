package dev.ovsdb.jsonrpc.service;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a public method answer, or call, the JSON-RPC method of its name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface JsonRpcMethod {
    /** The name on the wire, if it is another than the method's own. */
    String value() default "";

    /** In an interface for calling a peer: whether to send a notification, for which the method must be {@code void}. */
    boolean notification() default false;
}
