package dev.ovsdb.jsonrpc;

/** A number: an integer where it is one that fits 64 bits, however it was written, else a real. */
public sealed interface JsonNumber extends JsonValue permits JsonInteger, JsonReal {
    /** The value as a double, which may lose digits of a large integer. */
    double doubleValue();
}
