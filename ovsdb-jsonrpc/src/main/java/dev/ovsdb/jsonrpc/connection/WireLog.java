package dev.ovsdb.jsonrpc.connection;

import dev.ovsdb.jsonrpc.JsonBytes;
import dev.ovsdb.jsonrpc.JsonValue;
import dev.ovsdb.jsonrpc.framing.Message;
import dev.ovsdb.jsonrpc.transport.TransportInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes each message to the debug log, cut to a bounded length. */
final class WireLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.ovsdb.jsonrpc.wire");

    private final TransportInfo info;
    private final int maxChars;

    WireLog(TransportInfo info, int maxChars) {
        this.info = info;
        this.maxChars = maxChars;
    }

    void received(Message message) {
        if (LOG.isDebugEnabled()) {
            String subject = message.method() == null ? "" : message.method();
            String id = message.id() == null ? "" : " id " + cut(message.id().toString());
            LOG.debug("{} < {} {}{}: {}", info, message.kind(), subject, id, text(message.body()));
        }
    }

    void sentReply(String kind, JsonValue id, @Nullable JsonBytes body) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} > {} {}: {}", info, kind, cut(id.toString()), text(body));
        }
    }

    void sent(String kind, String subject, JsonBytes body) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("{} > {} {}: {}", info, kind, cut(subject), text(body));
        }
    }

    String text(@Nullable JsonBytes body) {
        if (body == null) {
            return "(streamed)";
        }
        ByteBuffer first = body.buffers().get(0);
        byte[] head = new byte[Math.min(first.remaining(), maxChars)];
        first.get(head);
        String text = new String(head, StandardCharsets.UTF_8).replaceAll("\\s", " "); // One message, one line.
        return body.size() > head.length ? text + "... (" + body.size() + " bytes)" : text;
    }

    private String cut(String text) {
        return text.length() > maxChars ? text.substring(0, maxChars) + "..." : text;
    }
}
