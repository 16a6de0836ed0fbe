package dev.ovsdb.testkit.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageEarTest {
    private final List<String> messages = new ArrayList<>();
    private final MessageEar ear = new MessageEar(20, heard -> messages.add(heard.toString()));

    @Test
    void cutsMessagesHoweverTheyCome() {
        hear("{\"a\":[1,{}]}\n {\"b\":\"}\\\"{\"", "}", "{}");
        assertThat(messages).containsExactly("{\"a\":[1,{}]}", "{\"b\":\"}\\\"{\"}", "{}");
    }

    @Test
    void leavesTheBufferAsItIs() {
        ByteBuffer bytes = ByteBuffer.wrap("xx{}yy".getBytes(StandardCharsets.UTF_8))
                .position(2)
                .limit(4);
        ear.hear(bytes);
        assertThat(messages).containsExactly("{}");
        assertThat(bytes.position()).isEqualTo(2);
    }

    @Test
    void keepsTheBeginningOfLongOnes() {
        hear("{\"text\":\"" + "x".repeat(91) + "\"}", "{}");
        assertThat(messages).containsExactly("{\"text\":\"xxxxxxxxxxx... (102 bytes)", "{}");
    }

    @Test
    void tellsOfWhatIsNoMessage() {
        hear("GET / HTTP/1.1\n", "]{}");
        assertThat(messages).containsExactly("GET / HTTP/1.1\n", "]", "{}");
    }

    @Test
    void tellsOfWhatWasCutOff() {
        hear("{\"a\":\"");
        ear.end();
        ear.end();
        hear("{}");
        assertThat(messages).containsExactly("{\"a\":\" (cut off)", "{}");
    }

    private void hear(String... pieces) {
        for (String piece : pieces) ear.hear(ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8)));
    }
}
