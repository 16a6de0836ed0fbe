package dev.ovsdb.server.engine.session;

import dev.ovsdb.jsonrpc.JsonArray;
import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonString;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.ServerRequest;
import dev.ovsdb.server.check.Members;
import dev.ovsdb.server.engine.lock.Locks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code lock}, {@code steal} and {@code unlock}. */
final class LockCall extends Call {
    private static final JsonBytes OWNED = JsonBytes.of(JsonValue.object("locked", JsonValue.of(true)));
    private static final JsonBytes WAITING = JsonBytes.of(JsonValue.object("locked", JsonValue.of(false)));

    private final Kind kind;
    private final @Nullable String lock;

    enum Kind {
        LOCK,
        STEAL,
        UNLOCK
    }

    LockCall(LaneSession session, ServerRequest request, Kind kind) {
        super(session, request);
        this.kind = kind;
        this.lock = lockName(request.params()).orElse(null);
    }

    private static Optional<String> lockName(JsonBytes params) {
        return params.toValue() instanceof JsonArray array
                        && array.size() == 1
                        && array.get(0) instanceof JsonString name
                        && Members.isId(name.value())
                ? Optional.of(name.value())
                : Optional.empty();
    }

    @Override
    void execute() {
        Locks locks = session.engine().locks();
        if (session.isReadOnly()) {
            refuse(Errors.READ_ONLY_LOCK);
        } else if (lock == null) {
            refuse(Errors.syntax(request.params(), request.method() + " request params must be <id>"));
        } else if (kind == Kind.UNLOCK) {
            unlock(locks, lock);
        } else if (locks.isAskedFor(session, lock)) {
            String details = "must issue \"unlock\" before new \"" + request.method() + "\"";
            refuse(Errors.syntax(request.params(), details));
        } else if (locks.count(session) >= session.engine().limits().locksPerSession()) {
            refuse(Errors.exhausted("a session may ask for " + locks.count(session) + " locks (locksPerSession)"));
        } else {
            lock(locks, lock);
        }
    }

    private void lock(Locks locks, String name) {
        boolean owned = true;
        if (kind == Kind.STEAL) {
            locks.steal(session, name);
        } else {
            owned = locks.lock(session, name);
        }
        session.locksChanged();
        JsonBytes result = owned ? OWNED : WAITING;
        session.tell(out -> request.reply(result));
    }

    private void unlock(Locks locks, String name) {
        if (!locks.isAskedFor(session, name)) {
            refuse(Errors.syntax(request.params(), "unlock: \"unlock\" without \"lock\" or \"steal\""));
            return;
        }
        locks.unlock(session, name);
        session.locksChanged();
        session.tell(out -> request.reply(DONE));
    }

    @Override
    void fellBack(Slot slot, @Nullable OperationError error) {
        throw new IllegalStateException("locks have to do with no version");
    }
}
