package dev.ovsdb.server.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EngineLimitsTest {
    @Test
    void areWhatTheirJavadocSaysIfNothingElseIsSaid() {
        EngineLimits limits = EngineLimits.builder().build();

        assertThat(limits.monitorsPerSession()).isEqualTo(10_000);
        assertThat(limits.locksPerSession()).isEqualTo(10_000);
        assertThat(limits.blockedPerSession()).isEqualTo(1_000);
        assertThat(limits.pauseAboveBytes()).isEqualTo(1_048_576);
        assertThat(limits.pinPatience()).isEqualTo(Duration.ofMinutes(1));
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(limits.backlogBytes()).isEqualTo(Math.min(2_147_483_648L, heap / 4));
        assertThat(limits.supersededBytes()).isEqualTo(Math.min(1_073_741_824, heap / 8));
    }

    @Test
    void areWhatTheyAreSetTo() {
        EngineLimits limits = EngineLimits.builder()
                .monitorsPerSession(1)
                .locksPerSession(2)
                .blockedPerSession(3)
                .pauseAboveBytes(4)
                .backlogBytes(5)
                .pinPatience(Duration.ofNanos(6))
                .supersededBytes(7)
                .build();

        assertThat(limits.monitorsPerSession()).isEqualTo(1);
        assertThat(limits.locksPerSession()).isEqualTo(2);
        assertThat(limits.blockedPerSession()).isEqualTo(3);
        assertThat(limits.pauseAboveBytes()).isEqualTo(4);
        assertThat(limits.backlogBytes()).isEqualTo(5);
        assertThat(limits.pinPatience()).isEqualTo(Duration.ofNanos(6));
        assertThat(limits.supersededBytes()).isEqualTo(7);
    }

    @Test
    void arePositive() {
        refused("monitorsPerSession", limits -> limits.monitorsPerSession(0));
        refused("locksPerSession", limits -> limits.locksPerSession(-1));
        refused("blockedPerSession", limits -> limits.blockedPerSession(0));
        refused("pauseAboveBytes", limits -> limits.pauseAboveBytes(0));
        refused("backlogBytes", limits -> limits.backlogBytes(Long.MIN_VALUE));
        refused("pinPatience", limits -> limits.pinPatience(Duration.ZERO));
        refused("supersededBytes", limits -> limits.supersededBytes(-1));
    }

    private static void refused(String name, Consumer<EngineLimits.Builder> setting) {
        assertThatThrownBy(() -> setting.accept(EngineLimits.builder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " must be positive, was ");
    }
}
