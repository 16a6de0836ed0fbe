package dev.ovsdb.cli.daemon;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The signals by which users end programs. Only the JDK's unsupported {@code sun.misc.Signal} tells one from another; it is used
 * by its name, since compilers warn of it in a way that cannot be silenced.
 */
enum ProcessSignal {
    TERM(15, "Terminated"),
    INT(2, "Interrupt"),
    HUP(1, "Hangup"),
    ALRM(14, "Alarm clock");

    private final int number;
    private final String description;

    ProcessSignal(int number, String description) {
        this.number = number;
        this.description = description;
    }

    int number() {
        return number;
    }

    /** As the system describes it. */
    String description() {
        return description;
    }

    /** Has an action instead of the process's end when the signal comes; false if the JVM does not let us. */
    boolean handle(Runnable action) {
        try {
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        return switch (method.getName()) {
                            case "equals" -> proxy == arguments[0];
                            case "hashCode" -> System.identityHashCode(proxy);
                            case "toString" -> "handler of SIG" + name();
                            default -> {
                                action.run();
                                yield null;
                            }
                        };
                    });
            setHandler(handler);
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Ends this process by this signal, as if nobody handled it; returns if the JVM does not let us. */
    void die() {
        try {
            setHandler(
                    Class.forName("sun.misc.SignalHandler").getField("SIG_DFL").get(null));
            Method raise = type().getMethod("raise", type());
            raise.invoke(null, signal());
        } catch (ReflectiveOperationException e) {
            // Then the exit status tells it, as a shell would show it.
        }
    }

    private void setHandler(Object handler) throws ReflectiveOperationException {
        type().getMethod("handle", type(), Class.forName("sun.misc.SignalHandler"))
                .invoke(null, signal(), handler);
    }

    private Object signal() throws ReflectiveOperationException {
        return type().getConstructor(String.class).newInstance(name());
    }

    private static Class<?> type() throws ClassNotFoundException {
        return Class.forName("sun.misc.Signal");
    }
}
