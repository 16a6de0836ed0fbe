package dev.ovsdb.testkit.simulation;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.function.Consumer;

/** Bugs of the kind that the simulation is there for, each planted by a change of one place of the products' code. */
enum PlantedBug {
    /** When the gate opens once more, who comes may pass, but nobody tells those who waited for it. */
    LOST_WAKE_UP_ON_RECONNECT(
            "ovsdb-client", "dev.ovsdb.client.conversation.Gate", """
                        if (waiting.isEmpty() && ended == null) {
                            open = conversation;
                        }
                        return takeAll();
                    }
                }
            """, """
                        if (ended == null && (opened || waiting.isEmpty())) {
                            open = conversation;
                        }
                        boolean again = opened;
                        opened |= open != null;
                        return again ? List.of() : takeAll();
                    }
                }

                private boolean opened;
            """, "was not sent, though the session is live"),
    /** Only what begins a monitor moves the id that it goes on from. */
    STALE_RESUME_ID(
            "ovsdb-client",
            "dev.ovsdb.client.subscription.MonitorFeed",
            "if (message != null) {\n            lastTransactionId",
            "if (message != null && message.kind() != MonitorMessage.Kind.UPDATE) {\n            lastTransactionId",
            "told"),
    /** The history gives the transaction that is gone on from once more. */
    DOUBLE_APPLY(
            "ovsdb-server",
            "dev.ovsdb.server.engine.monitor.History",
            "if (found) {\n                changes.add(entry.changes());\n            }\n            found |= entry.id().equals(id);",
            "found |= entry.id().equals(id);\n            if (found) {\n                changes.add(entry.changes());\n            }",
            "told"),
    /** A new connection asks for no lock. */
    LOCK_NOT_RE_ASKED(
            "ovsdb-client",
            "dev.ovsdb.client.locking.LockRegistry",
            "snapshot().forEach(lock -> lock.askAgain(conversation));",
            "snapshot();",
            "locks [L]"),
    /** Monitors are pulled behind the answer in place of before it. */
    UPDATE_AFTER_ITS_OWN_REPLY(
            "ovsdb-server",
            "dev.ovsdb.server.engine.session.ConnectionOutput",
            "pullMonitors();\n            next.leave(this);",
            "next.leave(this);\n            pullMonitors();",
            "the answer came before"),
    /** Something fails that has done its work, and whose failure is caught and logged. */
    FAILURE_THAT_IS_ONLY_LOGGED(
            "ovsdb-server",
            "dev.ovsdb.server.engine.lane.Deliveries",
            "outlet.deliver();",
            """
            outlet.deliver();
            if (outlets.size() > 1) {
                throw new IllegalStateException("planted");
            }
            """,
            "an error was logged: ERROR dev.ovsdb.server.engine.lane.Deliveries - a delivery of the engine failed");

    private final String module;
    private final String type;
    private final String text;
    private final String instead;
    private final String toldAs;

    PlantedBug(String module, String type, String text, String instead, String toldAs) {
        this.module = module;
        this.type = type;
        this.text = text;
        this.instead = instead;
        this.toldAs = toldAs;
    }

    /** What the violation that it causes says, somewhere. */
    String toldAs() {
        return toldAs;
    }

    /**
     * A seed that found it.
     *
     * @param seeds how many were run until then
     */
    record Found(long seed, int seeds, String violation) {}

    /** Runs seeds on the code with this bug until one finds something. */
    Optional<Found> search(long first, int most) throws ReflectiveOperationException {
        Class<?> simulation = PatchedClasses.of(module, type, text, instead).loadClass(Simulation.class.getName());
        var made = simulation.getConstructor(long.class, Consumer.class);
        var run = simulation.getMethod("run");
        for (int i = 0; i < most; i++) {
            try {
                run.invoke(made.newInstance(first + i, null));
            } catch (InvocationTargetException e) {
                return Optional.of(
                        new Found(first + i, i + 1, String.valueOf(e.getCause().getMessage())));
            }
        }
        return Optional.empty();
    }
}
