package dev.ovsdb.client.session;

import dev.ovsdb.client.ServerRejectedException;
import dev.ovsdb.client.conversation.Conversation;
import dev.ovsdb.client.conversation.Failures;
import dev.ovsdb.client.server.ServerWatch;
import dev.ovsdb.client.server.StaleMark;
import dev.ovsdb.client.server.Verdict;
import dev.ovsdb.jsonrpc.RemoteErrorException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * What a session asks of a server before it serves calls: awareness of database changes, the server's id, and whether the
 * server is fit. All is asked at once and costs one round trip, which also proves that somebody there speaks JSON-RPC.
 *
 * <p>An error in answer to the first two is an answer: old servers do not know them.
 */
final class Negotiation {
    private final Conversation conversation;
    private final SessionOptions options;
    private final StaleMark mark;

    Negotiation(Conversation conversation, SessionOptions options, StaleMark mark) {
        this.conversation = conversation;
        this.options = options;
        this.mark = mark;
    }

    /**
     * Asks everything.
     *
     * @param later told when the server stops being fit afterwards
     * @return completes when the session may go live; fails with {@link ServerRejectedException} or what a call fails with
     */
    CompletableFuture<Conversation> run(Consumer<ServerRejectedException> later) {
        CompletableFuture<?> asked = CompletableFuture.completedFuture(null);
        if (options.negotiate()) {
            asked = CompletableFuture.allOf(
                    tolerant(conversation.setDbChangeAware(true)), tolerant(conversation.getServerId()));
        }
        CompletableFuture<Verdict> judged = options.rules()
                .map(rules -> ServerWatch.start(conversation, rules, mark, verdict -> later.accept(rejected(verdict))))
                .orElseGet(() -> CompletableFuture.completedFuture(Verdict.ACCEPT));
        return asked.thenCombine(judged, (answers, verdict) -> {
            if (!verdict.accepted()) {
                throw rejected(verdict);
            }
            return conversation;
        });
    }

    private ServerRejectedException rejected(Verdict verdict) {
        return new ServerRejectedException(conversation.info() + " " + verdict.reason(), verdict.leaderMoved());
    }

    private static CompletableFuture<Void> tolerant(CompletableFuture<?> call) {
        return call.handle((result, failure) -> {
            if (failure != null && !(Failures.unwrap(failure) instanceof RemoteErrorException)) {
                throw new CompletionException(Failures.unwrap(failure));
            }
            return null;
        });
    }
}
