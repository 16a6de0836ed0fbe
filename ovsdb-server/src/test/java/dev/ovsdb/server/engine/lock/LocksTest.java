package dev.ovsdb.server.engine.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocksTest {
    private final Locks locks = new Locks();
    private final List<String> told = new ArrayList<>();
    private final Holder anna = new Holder("anna");
    private final Holder bert = new Holder("bert");
    private final Holder carl = new Holder("carl");

    private final class Holder implements LockHolder {
        private final String name;

        Holder(String name) {
            this.name = name;
        }

        @Override
        public void locked(String lock) {
            told.add(name + " has " + lock);
        }

        @Override
        public void stolen(String lock) {
            told.add(name + " lost " + lock);
        }
    }

    @Test
    void theFirstToAskOwnsTheLock() {
        assertThat(locks.lock(anna, "l")).isTrue();
        assertThat(locks.lock(bert, "l")).isFalse();

        assertThat(locks.owns(anna, "l")).isTrue();
        assertThat(locks.owns(bert, "l")).isFalse();
        assertThat(locks.isAskedFor(bert, "l")).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void anUnlockedLockGoesToWhoWaitedLongest() {
        locks.lock(anna, "l");
        locks.lock(bert, "l");
        locks.lock(carl, "l");

        locks.unlock(anna, "l");

        assertThat(told).containsExactly("bert has l");
        assertThat(locks.owns(bert, "l")).isTrue();
        assertThat(locks.isAskedFor(anna, "l")).isFalse();
    }

    @Test
    void theOwnerIsToldAgainWhenAnotherStopsWaiting() {
        locks.lock(anna, "l");
        locks.lock(bert, "l");

        locks.unlock(bert, "l");

        assertThat(told).containsExactly("anna has l");
    }

    @Test
    void aRobbedOwnerGetsTheLockBackFromTheThief() {
        locks.lock(anna, "l");
        locks.lock(carl, "l");
        locks.steal(bert, "l");
        locks.unlock(bert, "l");

        assertThat(told).containsExactly("anna lost l", "anna has l");
        assertThat(locks.owns(anna, "l")).isTrue();
    }

    @Test
    void aRobbedThiefGetsNothingBackButMustStillUnlock() {
        locks.lock(anna, "l");
        locks.steal(bert, "l");
        locks.steal(carl, "l");
        locks.unlock(carl, "l");

        assertThat(told).containsExactly("anna lost l", "bert lost l", "anna has l");
        assertThat(locks.isAskedFor(bert, "l")).isTrue();
        locks.unlock(bert, "l");
        assertThat(told).hasSize(3);
        assertThat(locks.isAskedFor(bert, "l")).isFalse();
    }

    @Test
    void theEndOfASessionGivesUpAllItsLocks() {
        locks.lock(anna, "a");
        locks.lock(anna, "b");
        locks.lock(bert, "b");
        locks.lock(bert, "a");

        locks.unlockAll(anna);

        assertThat(told).containsExactly("bert has a", "bert has b");
        assertThat(locks.count(anna)).isZero();
        assertThat(locks.count(bert)).isEqualTo(2);
    }

    @Test
    void aLockThatNobodyWantsIsFreeAgain() {
        locks.lock(anna, "l");
        locks.unlock(anna, "l");

        assertThat(locks.lock(bert, "l")).isTrue();
    }
}
