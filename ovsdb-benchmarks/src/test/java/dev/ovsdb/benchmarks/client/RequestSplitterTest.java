package dev.ovsdb.benchmarks.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestSplitterTest {
    private static final byte[] SCHEMA = "{}".getBytes(StandardCharsets.UTF_8);

    private final RequestSplitter requests = new RequestSplitter();

    @Test
    void answersEachRequestWithItsOwnId() {
        String answers = answer("{\"id\":7,\"method\":\"transact\",\"params\":[\"}\\\"{\"]}"
                + "{\"method\":\"list_dbs\",\"params\":[],\"id\":\"a-b\"}");
        assertThat(answers)
                .startsWith("{\"id\":7,\"result\":[{\"uuid\":")
                .endsWith("{\"id\":\"a-b\",\"result\":[\"OVN_Northbound\"],\"error\":null}");
    }

    @Test
    void waitsForTheRestOfARequest() {
        assertThat(answer("{\"id\":1,\"method\":\"ec")).isEmpty();
        assertThat(answer("ho\",\"params\":[]}")).isEqualTo("{\"id\":1,\"result\":[],\"error\":null}");
    }

    @Test
    void answersNoNotification() {
        assertThat(answer("{\"id\":null,\"method\":\"cancel\",\"params\":[1]}")).isEmpty();
    }

    private String answer(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(requests.answer(bytes, bytes.length, SCHEMA), StandardCharsets.UTF_8);
    }
}
