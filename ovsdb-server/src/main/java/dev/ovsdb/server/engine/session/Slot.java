package dev.ovsdb.server.engine.session;

import dev.ovsdb.protocol.operation.OperationError;
import dev.ovsdb.server.engine.database.Unpublished;
import org.jspecify.annotations.Nullable;

/** The place of one message in the order of a session's output. Its content changes if what it tells of falls. */
final class Slot implements Unpublished {
    private final @Nullable Call call;
    private Mark mark;
    private Outgoing message;

    /** @param call whose answer it is; null if it is nobody's, and stands */
    Slot(@Nullable Call call, Mark mark, Outgoing message) {
        this.call = call;
        this.mark = mark;
        this.message = message;
    }

    boolean isReached() {
        return mark.reached();
    }

    Outgoing message() {
        return message;
    }

    void refill(Mark newMark, Outgoing newMessage) {
        mark = newMark;
        message = newMessage;
    }

    @Override
    public void fellBack(@Nullable OperationError error) {
        if (call != null) {
            call.fellBack(this, error);
        }
    }
}
