package dev.ovsdb.testkit.idl;

import dev.ovsdb.client.BlockingOvsdbClient;
import dev.ovsdb.jsonrpc.JsonRpcException;
import dev.ovsdb.protocol.Atom;
import dev.ovsdb.protocol.Datum;
import dev.ovsdb.protocol.operation.Condition;
import dev.ovsdb.protocol.operation.Delete;
import dev.ovsdb.protocol.operation.Insert;
import dev.ovsdb.protocol.operation.Mutate;
import dev.ovsdb.protocol.operation.Mutation;
import dev.ovsdb.protocol.operation.Operation;
import dev.ovsdb.protocol.operation.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Random transactions, each of which keeps what must always hold: the balances of all accounts add up to nothing, and each group has
 * as many members as it says.
 */
final class SoakWriter {
    private final BlockingOvsdbClient client;
    private final Random random;
    private final List<UUID> accounts = new ArrayList<>();
    private int transactions;
    private int unanswered;

    SoakWriter(BlockingOvsdbClient client, Random random) {
        this.client = client;
        this.random = random;
    }

    /** Makes the accounts and groups. */
    void begin() {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < SoakSchema.ACCOUNTS; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            accounts.add(uuid);
            operations.add(Insert.into("Account")
                    .uuid(uuid)
                    .set("name", Datum.of("account" + i))
                    .build());
        }
        for (int i = 0; i < SoakSchema.GROUPS; i++) {
            operations.add(
                    Insert.into("Group").set("name", Datum.of("group" + i)).build());
        }
        client.transact(SoakSchema.NAME, operations).requireSuccess();
    }

    int transactions() {
        return transactions;
    }

    int unanswered() {
        return unanswered;
    }

    /** Runs one. What became of it is not known if its connection broke: it holds all the same. */
    void one() {
        List<Operation> operations = switch (random.nextInt(4)) {
            case 0 -> transfer();
            case 1 -> regroup();
            default -> noise();
        };
        transactions++;
        try {
            client.transact(SoakSchema.NAME, operations);
        } catch (JsonRpcException e) {
            unanswered++;
        }
    }

    private List<Operation> transfer() {
        long amount = random.nextInt(100);
        return List.of(move(-amount), move(amount));
    }

    private Operation move(long amount) {
        return Mutate.in("Account")
                .where(Condition.equal("name", "account" + random.nextInt(SoakSchema.ACCOUNTS)))
                .mutation(Mutation.add("balance", amount))
                .build();
    }

    private List<Operation> regroup() {
        List<Atom> members = new ArrayList<>();
        for (UUID account : accounts) {
            if (random.nextBoolean()) {
                members.add(Atom.of(account));
            }
        }
        return List.of(Update.in("Group")
                .where(Condition.equal("name", "group" + random.nextInt(SoakSchema.GROUPS)))
                .set("members", Datum.set(members))
                .set("size", Datum.of(members.size()))
                .build());
    }

    private List<Operation> noise() {
        List<Operation> operations = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            long number = random.nextInt(200);
            Condition which = Condition.equal("number", number);
            operations.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Delete.from("Noise").where(which).build();
                        case 1 ->
                            Update.in("Noise")
                                    .where(Condition.lessThan("number", number / 8))
                                    .set("text", Datum.of("t" + random.nextInt()))
                                    .build();
                        case 2 ->
                            Mutate.in("Noise")
                                    .where(which)
                                    .mutation(Mutation.add("bucket", 1))
                                    .mutation(Mutation.modulo("bucket", SoakSchema.BUCKETS))
                                    .build();
                        case 3 ->
                            Mutate.in("Noise")
                                    .where(which)
                                    .mutation(Mutation.insert(
                                            "tags", Datum.stringMap(Map.of("k" + random.nextInt(9), "v"))))
                                    .build();
                        default ->
                            Insert.into("Noise")
                                    .set("number", Datum.of(number))
                                    .set("bucket", Datum.of(random.nextInt(SoakSchema.BUCKETS)))
                                    .set("owner", Datum.of(accounts.get(random.nextInt(accounts.size()))))
                                    .build();
                    });
        }
        return operations;
    }
}
