package dev.ovsdb.protocol.monitor;

/** The two ways in which updates are written. */
public enum UpdateNotation {
    /** RFC 7047's {@code <table-updates>}: old and new rows, whole. For {@code monitor} and {@code update}. */
    V1,
    /**
     * Open vSwitch's {@code <table-updates2>}: differences. For {@code monitor_cond}, {@code monitor_cond_since}, {@code update2}
     * and {@code update3}.
     */
    V2
}
