package dev.ovsdb.jsonrpc.reconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.endpoint.ConnectionMethod.Active;
import dev.ovsdb.jsonrpc.time.IdSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(BackoffOptions.defaults().withJitter(0), IdSource.seeded(1));

    private List<Long> next(int count) {
        return Stream.generate(backoff::next)
                .limit(count)
                .map(Duration::toMillis)
                .toList();
    }

    @Test
    void theFirstAttemptIsMadeAtOnceAndThenTheWaitsDouble() {
        assertThat(next(7)).containsExactly(0L, 1_000L, 2_000L, 4_000L, 8_000L, 8_000L, 8_000L);
    }

    @Test
    void aSessionAsLongAsTheLongestWaitStartsItAnew() {
        next(5);
        backoff.sessionEnded(Duration.ofSeconds(8), false);
        assertThat(next(2)).containsExactly(1_000L, 2_000L);
    }

    @Test
    void aSessionThatMadeProgressStartsItAnew() {
        next(5);
        backoff.sessionEnded(Duration.ofMillis(1), true);
        assertThat(next(2)).containsExactly(1_000L, 2_000L);
    }

    @Test
    void aShortSessionWithoutProgressIsAnotherFailure() {
        next(3);
        backoff.sessionEnded(Duration.ofMillis(7_999), false);
        assertThat(next(1)).containsExactly(4_000L);
    }

    @Test
    void oneAttemptMaySkipTheWaitWithoutForgettingIt() {
        next(3);
        backoff.skipOnce();
        assertThat(next(2)).containsExactly(0L, 4_000L);
    }

    @Test
    void theLongestWaitNeedNotBeADoubling() {
        Backoff odd =
                new Backoff(new BackoffOptions(Duration.ofSeconds(3), Duration.ofSeconds(5), 0), IdSource.seeded(1));
        assertThat(Stream.generate(odd::next).limit(4).map(Duration::toSeconds)).containsExactly(0L, 3L, 5L, 5L);
    }

    @Test
    void jitterShortensAWaitByItsPartAtMostAndIsTheSameForTheSameSeed() {
        List<Duration> waits = jittered(42);
        assertThat(jittered(42)).isEqualTo(waits);
        assertThat(jittered(43)).isNotEqualTo(waits);
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1)));
        assertThat(waits).doesNotHaveDuplicates();
    }

    private static List<Duration> jittered(long seed) {
        Backoff jittered = new Backoff(BackoffOptions.defaults().withMax(Duration.ofSeconds(1)), IdSource.seeded(seed));
        jittered.next();
        return Stream.generate(jittered::next).limit(50).toList();
    }

    @Test
    void refusesBoundsThatMakeNoSense() {
        BackoffOptions defaults = BackoffOptions.defaults();
        assertThatThrownBy(() -> defaults.withMin(Duration.ZERO)).hasMessageContaining("PT0S");
        assertThatThrownBy(() -> defaults.withMax(Duration.ofMillis(999))).hasMessageContaining("at least min");
        assertThatThrownBy(() -> defaults.withJitter(1.1)).hasMessageContaining("1.1");
        assertThatThrownBy(() -> defaults.withJitter(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class Endpoints {
        private final List<Active> three = Active.parseList("tcp:a,tcp:b,tcp:c");

        @Test
        void areTriedRoundAndRound() {
            EndpointList list = EndpointList.inOrder(three);
            assertThat(list.atStartOfRound()).isTrue();
            assertThat(Stream.generate(list::next).limit(4))
                    .extracting(Object::toString)
                    .containsExactly("tcp:a:6640", "tcp:b:6640", "tcp:c:6640", "tcp:a:6640");
            assertThat(list.atStartOfRound()).isFalse();
        }

        @Test
        void countOnce() {
            assertThat(EndpointList.inOrder(Active.parseList("tcp:a,tcp:a:6640,tcp:b"))
                            .size())
                    .isEqualTo(2);
            assertThatThrownBy(() -> EndpointList.inOrder(List.of())).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void canBePreferred() {
            EndpointList list = EndpointList.inOrder(three);
            list.prefer(three.get(2));
            assertThat(list.next()).isEqualTo(three.get(2));
            list.prefer(Active.parse("tcp:unknown"));
            assertThat(list.next()).isEqualTo(three.get(0));
        }

        @Test
        void areShuffledByTheSeedAlone() {
            List<List<Active>> orders = new ArrayList<>();
            for (long seed = 0; seed < 60; seed++) {
                List<Active> order =
                        EndpointList.shuffled(three, IdSource.seeded(seed)).all();
                assertThat(EndpointList.shuffled(three, IdSource.seeded(seed)).all())
                        .isEqualTo(order);
                orders.add(order);
            }
            assertThat(orders.stream().distinct()).hasSize(6);
        }
    }
}
