package dev.ovsdb.idl;

import dev.ovsdb.idl.change.Changes;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each subscriber what happens from when it comes, as it asks for it; what it does not ask for waits in its outbox. */
final class ChangePublisher implements Flow.Publisher<Changes> {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePublisher.class);

    private final Function<Outbox.Receiver, Outbox> outboxes;
    private final ChangeDelivery delivery;

    /** @param outboxes makes one, with the executor that subscribers are called on */
    ChangePublisher(ChangeDelivery delivery, Function<Outbox.Receiver, Outbox> outboxes) {
        this.delivery = delivery;
        this.outboxes = outboxes;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Changes> subscriber) {
        Demand demand = new Demand(Objects.requireNonNull(subscriber, "subscriber"));
        subscriber.onSubscribe(demand); // Before anything is delivered, which is how subscribers expect it.
        delivery.add(demand.outbox);
    }

    private final class Demand implements Flow.Subscription, Outbox.Receiver {
        private final Flow.Subscriber<? super Changes> subscriber;
        private final Outbox outbox;

        Demand(Flow.Subscriber<? super Changes> subscriber) {
            this.subscriber = subscriber;
            this.outbox = outboxes.apply(this);
        }

        @Override
        public void request(long more) {
            if (more > 0) {
                outbox.request(more);
            } else {
                outbox.fail(new IllegalArgumentException("a subscriber asked for " + more + " changes"));
            }
        }

        @Override
        public void cancel() {
            outbox.close();
            delivery.remove(outbox);
        }

        @Override
        public void changed(Changes changes) {
            try {
                subscriber.onNext(changes);
            } catch (RuntimeException e) {
                LOG.warn("A subscriber of a replica failed; its subscription ends", e);
                cancel();
            }
        }

        @Override
        public void ended(@Nullable Throwable cause) {
            delivery.remove(outbox);
            try {
                if (cause == null) {
                    subscriber.onComplete();
                } else {
                    subscriber.onError(cause);
                }
            } catch (RuntimeException e) {
                LOG.warn("A subscriber of a replica failed at its end", e);
            }
        }
    }
}
