package dev.ovsdb.testkit.simulation;

import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.Row;
import dev.ovsdb.protocol.operation.Abort;
import dev.ovsdb.protocol.operation.Commit;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Update;
import dev.ovsdb.protocol.operation.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Operations by chance. */
final class Operations {
    static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final Dice dice;

    Operations(Dice dice) {
        this.dice = dice;
    }

    String counter() {
        return "c" + dice.below(SimSchema.COUNTERS);
    }

    long key() {
        return dice.below(SimSchema.KEYS);
    }

    /** The rows that the database begins with. */
    List<Operation> first() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < SimSchema.COUNTERS; i++) {
            operations.add(Insert.into(SimSchema.COUNTER).set("name", "c" + i).build());
        }
        operations.add(Insert.into(SimSchema.HOLDER).set("lock", LockUser.NAME).build());
        return operations;
    }

    Operation log(Ledger.Entry entry, String counter, long amount) {
        return Insert.into(SimSchema.LOG)
                .set("token", Datum.of(entry.token))
                .set("who", entry.who)
                .set("counter", counter)
                .set("amount", Datum.of(amount))
                .build();
    }

    List<Operation> increment(Ledger.Entry entry) {
        String counter = counter();
        long amount = dice.between(1, 9);
        return List.of(
                Mutate.in(SimSchema.COUNTER)
                        .where(Condition.equal("name", counter))
                        .mutation(Mutation.add("value", amount))
                        .build(),
                log(entry, counter, amount));
    }

    List<Operation> items(Ledger.Entry entry) {
        List<Operation> operations = new ArrayList<>();
        for (int i = dice.below(3); i >= 0; i--) {
            operations.add(item());
        }
        operations.add(log(entry, "", 0));
        return operations;
    }

    private Operation item() {
        Condition which = Condition.equal("key", key());
        return switch (dice.below(8)) {
            case 0 -> Delete.from(SimSchema.ITEM).where(which).build();
            case 1 ->
                Update.in(SimSchema.ITEM)
                        .where(which)
                        .set("text", "t" + dice.below(100))
                        .build();
            case 2 ->
                Update.in(SimSchema.ITEM)
                        .where(which)
                        .set("bucket", Datum.of(dice.below(SimSchema.BUCKETS)))
                        .build();
            case 3 -> mutate(which, tagMutation());
            case 4 ->
                mutate(
                        which,
                        Mutation.insert(
                                "pairs", Datum.map(Map.of(Atom.of("p" + dice.below(4)), Atom.of(dice.below(9))))));
            case 5 -> mutate(which, Mutation.delete("pairs", "p" + dice.below(4)));
            default ->
                Insert.into(SimSchema.ITEM)
                        .uuid(new UUID(0x4000, 0x8000_0000_0000_0000L + dice.below(2 * SimSchema.KEYS)))
                        .set("key", Datum.of(key()))
                        .set("bucket", Datum.of(dice.below(SimSchema.BUCKETS)))
                        .set("friend", friend())
                        .build();
        };
    }

    private Datum friend() {
        return dice.oneIn(2)
                ? Datum.emptySet()
                : Datum.of(new UUID(0x4000, 0x8000_0000_0000_0000L + dice.below(2 * SimSchema.KEYS)));
    }

    private Mutation tagMutation() {
        String tag = "g" + dice.below(5);
        return dice.oneIn(3) ? Mutation.delete("tags", tag) : Mutation.insert("tags", tag);
    }

    private static Operation mutate(Condition which, Mutation mutation) {
        return Mutate.in(SimSchema.ITEM).where(which).mutation(mutation).build();
    }

    /** Waits for a row that may come or not, and writes then. */
    List<Operation> waiting(Ledger.Entry entry) {
        long key = key();
        Row wanted = Row.builder().put("key", key).build();
        Wait.Builder wait = Wait.on(SimSchema.ITEM)
                .where(Condition.equal("key", key))
                .columns("key")
                .timeout(Duration.ofMillis(dice.below((int) LONGEST_WAIT.toMillis())));
        return List.of(
                (dice.oneIn(2) ? wait.untilEqual(wanted) : wait.untilNotEqual(wanted)).build(), log(entry, "", 0));
    }

    List<Operation> aborted(Ledger.Entry entry) {
        List<Operation> operations = new ArrayList<>(items(entry));
        operations.add(new Abort());
        return operations;
    }

    static List<Operation> durable(List<Operation> operations) {
        List<Operation> durable = new ArrayList<>(operations);
        durable.add(new Commit(true));
        return durable;
    }
}
