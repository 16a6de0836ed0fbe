package dev.ovsdb.testkit.junit;

/**
 * What a test's databases held and what was said when the test failed: its message tells it, and it is no failure itself. Suppressed by
 * the test's own exception, so that whatever prints that one prints it too.
 */
public final class ServerAtFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerAtFailure(String dump) {
        super(dump, null, false, false);
    }
}
