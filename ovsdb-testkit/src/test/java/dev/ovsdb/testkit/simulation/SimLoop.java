package dev.ovsdb.testkit.simulation;

import dev.ovsdb.jsonrpc.time.Clock;
import dev.ovsdb.jsonrpc.transport.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A thread of the simulation: does one thing after the other, when the schedule has it do the next. */
final class SimLoop implements EventLoop {
    private final Schedule schedule;
    private final String name;
    private final int number;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean alive = true;
    private int timers;

    SimLoop(Schedule schedule, String name, int number) {
        this.schedule = schedule;
        this.name = name;
        this.number = number;
    }

    String name() {
        return name;
    }

    int number() {
        return number;
    }

    @Override
    public void execute(Runnable task) {
        if (!alive) {
            throw new RejectedExecutionException(name + " has ended");
        }
        tasks.add(task);
        if (tasks.size() == 1) {
            schedule.becameReady(this);
        }
    }

    @Override
    public boolean inEventLoop() {
        return schedule.running() == this;
    }

    @Override
    public Clock clock() {
        return schedule.clock;
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        return alive ? schedule.later(delay, this, task) : () -> {};
    }

    /** The next task; null if its process is dead. */
    @Nullable
    Runnable take() {
        Runnable next = tasks.remove();
        return alive ? next : null;
    }

    boolean isEmpty() {
        return tasks.isEmpty();
    }

    boolean isAlive() {
        return alive;
    }

    /** Its process is killed: nothing of it happens any more. */
    void kill() {
        alive = false;
    }

    void timerMade() {
        timers++;
    }

    void timerGone() {
        timers--;
    }

    /** How many timers wait. */
    int timers() {
        return timers;
    }

    @Override
    public String toString() {
        return name;
    }
}
