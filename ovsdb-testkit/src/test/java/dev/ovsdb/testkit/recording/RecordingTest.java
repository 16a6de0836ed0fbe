package dev.ovsdb.testkit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ovsdb.jsonrpc.JsonValue;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final String TEXT = """
            {"recording":1}
            {"at":0,"session":1,"from":"client","message":{"id":0,"method":"list_dbs","params":[]}}
            {"at":10,"session":2,"from":"client","bytes":"R0VUIC8K"}
            {"at":412,"session":1,"from":"server","message":{"id":0,"result":["Town"],"error":null}}
            {"at":500,"session":1,"from":"client","message":{"id":1,"method":"get_schema","params":["Village"]}}
            {"at":501,"session":1,"from":"server","message":{"id":1, "error":{"error":"unknown database"}}}
            {"at":980,"session":1,"end":true}
            """;

    @TempDir
    private Path folder;

    @Test
    void isTheSameAfterAWayThroughAFile() {
        Recording recording = Recording.parse(TEXT);
        Path file = folder.resolve("talk.recording");
        recording.save(file);
        assertThat(Recording.load(file)).isEqualTo(recording).hasToString(TEXT);
    }

    @Test
    void keepsTheTextOfNumbersAndTheSpaces() {
        String line =
                "{\"at\":0,\"session\":1,\"from\":\"client\",\"message\":{\"id\": 1.0,\"method\":\"echo\",\"params\":[1e3]}}";
        Recording recording = Recording.parse("{\"recording\":1}\n" + line + "\n");
        assertThat(recording.messages().get(0).text()).isEqualTo("{\"id\": 1.0,\"method\":\"echo\",\"params\":[1e3]}");
    }

    @Test
    void tellsCallsAndTheirReplies() {
        Recording recording = Recording.parse(TEXT);
        assertThat(recording.sessions()).isEqualTo(2);
        assertThat(recording.messages(1)).hasSize(4);
        RecordedMessage listDbs = recording.calls("list_dbs").get(0);
        assertThat(listDbs.from()).isEqualTo(Speaker.CLIENT);
        assertThat(recording.reply(listDbs)).hasValueSatisfying(reply -> {
            assertThat(reply.micros()).isEqualTo(412);
            assertThat(reply.error()).isEmpty();
        });
        RecordedMessage getSchema = recording.calls("get_schema").get(0);
        assertThat(recording.reply(getSchema).flatMap(RecordedMessage::error))
                .contains(JsonValue.parse("{\"error\":\"unknown database\"}"));
        assertThat(recording.messages(2).get(0).json()).isEmpty();
        assertThat(recording.messages(2).get(0).text()).isEqualTo("GET /\n");
    }

    @Nested
    class WhatIsNoRecording {
        @Test
        void isRefusedWithLineAndReason() {
            refused("", "is empty");
            refused("{\"recording\":2}\n", "line 1: expected {\"recording\":1}");
            refused("{\"recording\":1}\n{\"at\":1,\"session\":1}", "line 2: neither");
            refused("{\"recording\":1}\n{\"at\":1,\"session\":0,\"end\":true}", "line 2: no \"session\"");
            refused("{\"recording\":1}\n{\"session\":1,\"end\":true}", "line 2: no time");
            refused(
                    "{\"recording\":1}\n{\"at\":1,\"session\":1,\"from\":\"me\",\"message\":1}",
                    "line 2: \"me\" is neither");
            refused("{\"recording\":1}\n{\"at\":1,\"session\":1,\"who\":1}", "line 2: unknown member \"who\"");
            refused("{\"recording\":1}\n{\"at\":1,\"session\":1,\"end\":true", "line 2: ");
            refused("{\"recording\":1}\n" + end(5) + "\n" + end(4), "line 3: \"at\" is before");
        }

        private String end(int at) {
            return "{\"at\":" + at + ",\"session\":1,\"end\":true}";
        }

        private void refused(String text, String reason) {
            assertThatThrownBy(() -> Recording.parse(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(reason);
        }
    }
}
