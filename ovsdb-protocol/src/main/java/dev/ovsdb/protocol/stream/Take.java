package dev.ovsdb.protocol.stream;

/** How a value of a stream is wanted. */
public enum Take {
    /** As one: its whole text is handed over when it is there. */
    WHOLE,
    /** Its members or elements one by one; for an array or an object only. */
    ENTER,
    /** Not at all. Only its end is looked for. */
    SKIP
}
