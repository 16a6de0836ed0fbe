package dev.ovsdb.server.engine.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HubOptionsTest {
    @Test
    void arePositive() {
        assertThat(new HubOptions(1, 1, 1, 1).cacheBytes()).isEqualTo(1);
        assertThatThrownBy(() -> new HubOptions(0, 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HubOptions(1, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HubOptions(1, 1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HubOptions(1, 1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
