package dev.ovsdb.testkit.wire;

import dev.ovsdb.conformance.Conformance;
import dev.ovsdb.conformance.Said;
import dev.ovsdb.protocol.schema.DatabaseSchema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows all that was said in a case to our codecs, each session to codecs of its own. */
final class ConversationCheck {
    private final List<Said> conversation;
    private final Map<String, CodecCheck> codecs = new LinkedHashMap<>();

    ConversationCheck(List<Said> conversation) {
        this.conversation = conversation;
    }

    void run() {
        for (Said said : conversation) show(codecs.computeIfAbsent(said.session(), first -> codec()), said);
    }

    private static void show(CodecCheck codec, Said said) {
        switch (said.kind()) {
            case SENT -> codec.sent(said.bytes());
            case SENT_MALFORMED -> codec.refuses(said.bytes());
            case RECEIVED -> {
                if (isUtf8(said.bytes())) codec.received(said.bytes()); // What is not, no reader of ours takes.
            }
            case CLOSED -> {}
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /** For the database that is named, or the kit's first one. */
    private CodecCheck codec() {
        String all = conversation.toString();
        String database = Conformance.databases().stream()
                .filter(name -> all.contains("\"" + name + "\""))
                .findFirst()
                .orElse(Conformance.databases().get(0));
        return new CodecCheck(DatabaseSchema.parse(Conformance.schema(database)));
    }
}
