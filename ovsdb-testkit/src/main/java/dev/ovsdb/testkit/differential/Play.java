package dev.ovsdb.testkit.differential;

import dev.ovsdb.jsonrpc.JsonObject;
import dev.ovsdb.jsonrpc.JsonValue;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Steps done to one server.
 *
 * <p>Each step is closed by a barrier: a transaction of no operations, whose reply comes behind everything that the server had
 * to say to that session. The one who acts sends its barrier right behind the step; then the others are asked.
 */
final class Play implements AutoCloseable {
    private final Subject subject;
    private final Columns columns;
    private final JsonValue database;
    private final Map<Integer, Client> clients = new TreeMap<>();
    private final Map<Integer, JsonValue> barriers = new TreeMap<>();
    private long nextBarrier;

    Play(Subject subject, JsonObject schema) {
        this.subject = subject;
        this.columns = new Columns(schema);
        this.database = schema.get("name").orElseThrow();
    }

    /** Does the step. A session that is not open, as may be in a shortened script, does nothing. */
    void act(Step step) {
        if (step instanceof Step.Open) open(step.session());
        Client client = clients.get(step.session());
        if (client == null || client.isEnded()) return;
        if (step instanceof Step.Send send) client.send(send.messages());
        else if (step instanceof Step.Raw raw) client.sendRaw(raw.text());
        else if (step instanceof Step.Dump) client.send(List.of(Dump.of(database, columns)));
        else if (step instanceof Step.Close) close(step.session());
        if (clients.containsKey(step.session())) barrier(step.session());
    }

    /** Sends a barrier to every session. */
    void ask() {
        clients.keySet().forEach(this::barrier);
    }

    /** Listens up to the barriers that were sent. */
    void listen() {
        barriers.forEach((session, id) -> client(session).listenUntil(id));
        barriers.clear();
    }

    /**
     * Listens for the replies that the leader has. Replies may overtake that to a durable transaction, which the reference, one
     * disk access after the other, never shows.
     */
    void catchUpWith(Play leader) {
        clients.forEach((session, client) -> {
            Client leading = leader.clients.get(session);
            if (leading != null && !leading.isEnded()) client.listenUntilUnanswered(leading.unanswered());
        });
    }

    /** What each session heard since the last call. */
    Map<Integer, List<JsonValue>> takeHeard() {
        Map<Integer, List<JsonValue>> heard = new TreeMap<>();
        clients.forEach((session, client) -> heard.put(session, client.takeHeard()));
        return heard;
    }

    /** What the monitors of each session come to. */
    Map<Integer, Map<JsonValue, JsonObject>> replicas() {
        Map<Integer, Map<JsonValue, JsonObject>> contents = new TreeMap<>();
        clients.forEach(
                (session, client) -> contents.put(session, client.replicas().contents()));
        return contents;
    }

    /** Whether a request of any session is unanswered: then its changes may come at any time. */
    boolean isWaiting() {
        return clients.values().stream().anyMatch(Client::isWaiting);
    }

    private void open(int session) {
        close(session);
        if (isUp()) clients.put(session, new Client(Wire.open(subject.remote()), columns));
    }

    private void close(int session) {
        Client client = clients.remove(session);
        if (client != null) client.close();
    }

    private Client client(int session) {
        return Objects.requireNonNull(clients.get(session), "no client of that session");
    }

    private void barrier(int session) {
        Client client = client(session);
        if (client.isEnded()) return;
        JsonValue id = Json.text("barrier" + nextBarrier++);
        client.sendRaw(Json.request(id, "transact", List.of(database)).toString());
        barriers.put(session, id);
    }

    /** Asks for everything that files hold. */
    JsonObject storedDump() {
        return Dump.ofStored(database, columns);
    }

    Subject subject() {
        return subject;
    }

    /** The replica of everything, if a session has one. */
    Optional<Replica> observer() {
        return clients.values().stream()
                .flatMap(client -> client.replicas().observer().stream())
                .findFirst();
    }

    /** Whether the server still takes connections. */
    boolean isUp() {
        try (Wire probe = Wire.open(subject.remote())) {
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        clients.values().forEach(Client::close);
        subject.close();
    }
}
