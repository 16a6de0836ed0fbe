package dev.ovsdb.client.monitor;

/** The three requests that start a monitor; each newer one can do what the older can, and more. */
public enum MonitorMethod {
    /** RFC 7047's own; changes come as {@code update}, no conditions. */
    MONITOR("monitor", "update"),
    /** With conditions; changes come as {@code update2}. */
    MONITOR_COND("monitor_cond", "update2"),
    /** With conditions, and able to go on after a lost connection; changes come as {@code update3}. */
    MONITOR_COND_SINCE("monitor_cond_since", "update3");

    private final String request;
    private final String notification;

    MonitorMethod(String request, String notification) {
        this.request = request;
        this.notification = notification;
    }

    /** The request's method on the wire. */
    public String request() {
        return request;
    }

    /** The method of the notifications that follow. */
    public String notification() {
        return notification;
    }
}
