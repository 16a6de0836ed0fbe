package dev.ovsdb.protocol.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.ovsdb.protocol.json.JsonReader;
import dev.ovsdb.protocol.json.JsonSyntaxException;
import dev.ovsdb.protocol.json.JsonToken;
import dev.ovsdb.protocol.vectors.Pieces;
import dev.ovsdb.protocol.vectors.Rounds;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStreamTest {
    /** Enters arrays, wants all else whole but what is named "skip"; notes what comes. */
    private static final class Notes implements StreamHandler {
        final List<String> seen = new ArrayList<>();
        final boolean runs;
        int reads;
        private String name = "";
        private String last = "";

        Notes(boolean runs) {
            this.runs = runs;
        }

        @Override
        public Take begin(int depth, byte first) {
            if (depth == 0 || first == '[') {
                return Take.ENTER;
            }
            return name.equals("skip") ? Take.SKIP : Take.WHOLE;
        }

        @Override
        public void name(int depth, JsonReader reader) {
            name = reader.nextString();
            seen.add(name);
        }

        @Override
        public void read(int depth, JsonReader value) {
            reads++;
            last = new String(value.rawValue(), StandardCharsets.UTF_8);
        }

        @Override
        public boolean readsRuns(int depth) {
            return runs && depth == 2;
        }

        @Override
        public void readNext(int depth, JsonReader reader) {
            if (reader.peek() == JsonToken.BEGIN_OBJECT) {
                read(depth, reader);
            } else {
                throw reader.expected("an object");
            }
        }

        @Override
        public void accept(int depth) {
            seen.add(last);
        }

        @Override
        public void end(int depth) {
            seen.add("end" + depth);
        }
    }

    private static List<String> walk(Notes notes, List<ByteBuffer> pieces) {
        JsonStream stream = new JsonStream(notes);
        pieces.forEach(piece -> stream.feed(piece.duplicate()));
        stream.finish();
        assertThat(stream.isDone()).isTrue();
        return notes.seen;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(bytes(text));
    }

    @Test
    void valuesComeInOrderInWhateverPieces() {
        String json =
                " [ 1 ,\"a\\\"]\\\\\", {\"x\":[{}],\"y\":\"}\\u005d\"} , [ {\"a\":1} ,{\"b\":[\"{\"]},{} ] , [ ] ,"
                        + " true,null,-1.5e3 ,\"é中😀\"] ";
        for (boolean runs : new boolean[] {false, true}) {
            for (List<ByteBuffer> pieces : Pieces.waysToCut(bytes(json), 1)) {
                assertThat(walk(new Notes(runs), pieces))
                        .containsExactly(
                                "1",
                                "\"a\\\"]\\\\\"",
                                "{\"x\":[{}],\"y\":\"}\\u005d\"}",
                                "{\"a\":1}",
                                "{\"b\":[\"{\"]}",
                                "{}",
                                "end1",
                                "end1",
                                "true",
                                "null",
                                "-1.5e3",
                                "\"é中😀\"",
                                "end0");
            }
        }
    }

    @Test
    void skippedValuesAreGonePast() {
        String json = "{\"skip\":{\"a\":[\"}\",{}]},\"b\":1,\"skip\":\"]\",\"c\":{}}";
        for (List<ByteBuffer> pieces : Pieces.waysToCut(bytes(json), 1)) {
            assertThat(walk(new Notes(false), pieces)).containsExactly("skip", "b", "1", "skip", "c", "{}", "end0");
        }
    }

    @Test
    void aTextThatIsNotJsonIsRefusedWhereItStopsBeingIt() {
        refused("[1 2]", "a comma or the end");
        refused("[1,]", "a value");
        refused("[1}", "a comma or the end");
        refused("{\"a\" 1}", "a colon");
        refused("{1:2}", "a member name");
        refused("{\"a\":1,}", "a member name");
        refused("[]]", "the end of the text");
        refused("[nul]", "null");
        refused("[{\"a\":}]", "a value");
        refused("[[{\"a\":}]]", "a value");
        refused("[{]}]", "expected");
        refused("[\"\u0001\"]", "offset");
        refused("[1x]", "the end of a number");
        refused("[true false]", "a comma or the end");
        refused("[", "ends too early");
        refused("[1", "ends too early");
        refused("", "ends too early");
    }

    private static void refused(String json, String expected) {
        for (boolean runs : new boolean[] {false, true}) {
            for (List<ByteBuffer> pieces : Pieces.waysToCut(bytes(json), 1)) {
                assertThatExceptionOfType(JsonSyntaxException.class)
                        .as(json)
                        .isThrownBy(() -> walk(new Notes(runs), pieces))
                        .withMessageContaining(expected);
            }
        }
    }

    @Test
    void offsetsCountFromTheStartOfTheText() {
        JsonStream stream = new JsonStream(new Notes(false));
        stream.feed(text("[1,2,"));

        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> stream.feed(text("3 4]")))
                .satisfies(e -> assertThat(e.offset()).isEqualTo(7));
    }

    @ParameterizedTest // Pieces are separated by a bar.
    @CsvSource(
            delimiter = ';',
            value = {
                "[1 2]; 3",
                "[1,|2 3]; 5",
                "[1,|2,|3 4]; 7",
                "{'a'|x1}; 4",
                "[[1]|,[2|]}; 8",
                "[1,nul]; 3",
                "[1,nu|l]; 3",
                "[1,|nul]; 3",
                "[1,2|,n|u|l|]; 5",
                "{'a':1,'b\u0001':2}; 7",
                "[|[|1|,; 4",
                "[12|34; 5",
            })
    void aFaultIsPlacedInTheWholeTextHoweverItIsCut(String pieces, long offset) {
        JsonStream stream = new JsonStream(new Notes(false));

        assertThatExceptionOfType(JsonSyntaxException.class)
                .isThrownBy(() -> {
                    for (String piece : pieces.replace('\'', '"').split("\\|")) {
                        stream.feed(text(piece));
                    }
                    stream.finish();
                })
                .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
    }

    @Test
    void whatWasFoundIsShownAsACharacterOrElseAsANumber() {
        refused("[1 !]", "found '!'");
        refused("[1 ~]", "found '~'");
        refused("[1 \u007f]", "found byte 127");
        refused("[1 é]", "found byte 195");
        refused("[1 \u0001]", "found byte 1");
    }

    @Test
    void levelsAreRememberedHoweverManyThereAre() {
        String json = "{\"a\":" + "[".repeat(30) + "1" + "]".repeat(30) + ",\"b\":2}";
        List<String> seen = walk(new Notes(false), List.of(text(json)));

        assertThat(seen)
                .startsWith("a", "1", "end30")
                .endsWith("end1", "b", "2", "end0")
                .hasSize(35);
        refused("{\"a\":" + "[".repeat(30) + "]".repeat(29) + "}}", "a comma or the end");
    }

    @Test
    void aValueMayBeLargerThanAllPieces() {
        String large = "\"" + "0123456789".repeat(20_000) + "\"";
        for (boolean runs : new boolean[] {false, true}) {
            assertThat(walk(new Notes(runs), Pieces.evenly(bytes("[" + large + ",1," + large + "]"), 30_000)))
                    .containsExactly(large, "1", large, "end0");
        }
    }

    @Test
    void onlyAnArrayOrAnObjectIsEntered() {
        JsonStream stream = new JsonStream(new Notes(false));
        assertThatIllegalStateException().isThrownBy(() -> stream.feed(text("1")));
    }

    @Test
    void aValueThatStraddlesManyPiecesIsNotReadAgainWithEach() {
        Notes notes = new Notes(true);
        JsonStream stream = new JsonStream(notes);
        stream.feed(text("[[{\"a\":\""));
        for (int i = 0; i < Rounds.of(10_000); i++) {
            stream.feed(text("0123456789"));
        }
        stream.feed(text("\"}]]"));
        stream.finish();

        assertThat(notes.reads).isLessThanOrEqualTo(2); // One attempt, and then once when whole.
    }

    /** Objects of a hundred bytes each, as elements of an inner array. */
    private static String objects(int count) {
        String object = "{\"a\":\"" + "x".repeat(92) + "\"}";
        return "[[" + object + ("," + object).repeat(count - 1) + "]]";
    }

    @Test
    void aValueThatLiesInOnePieceIsReadOnce() {
        for (boolean runs : new boolean[] {false, true}) {
            Notes notes = new Notes(runs);
            walk(notes, List.of(text(objects(50))));
            assertThat(notes.reads).isEqualTo(50);
        }
    }

    @Test
    void aPieceThatIsTooShortForAnotherValueIsNotTried() {
        for (boolean runs : new boolean[] {false, true}) {
            for (int piece : new int[] {60, 130, 1_000}) {
                Notes notes = new Notes(runs);
                walk(notes, Pieces.evenly(bytes(objects(50)), piece));
                assertThat(notes.reads).as("pieces of %d bytes", piece).isBetween(50, 51);
            }
        }
    }

    @Test
    void aTextMayBeASingleValue() {
        for (String json : new String[] {"12", "-1.5e3", "true", "\"a b\"", "{\"a\":[1]}", "[1,2]", " 7\n"}) {
            for (List<ByteBuffer> pieces : Pieces.waysToCut(bytes(json), 1)) {
                assertThat(single(pieces)).isEqualTo(json.strip());
            }
        }
        for (String json : new String[] {"\"a", "{\"a\":1", "[1", "\"a\\\"", "", " "}) {
            assertThatExceptionOfType(JsonSyntaxException.class)
                    .isThrownBy(() -> single(List.of(text(json))))
                    .withMessageContaining("the text ends too early");
        }
    }

    private static String single(List<ByteBuffer> pieces) {
        StringBuilder seen = new StringBuilder();
        String[] last = {""};
        JsonStream stream = new JsonStream(new StreamHandler() {
            @Override
            public Take begin(int depth, byte first) {
                return Take.WHOLE;
            }

            @Override
            public void name(int depth, JsonReader name) {
                throw new AssertionError("no name is looked at");
            }

            @Override
            public void read(int depth, JsonReader value) {
                last[0] = new String(value.rawValue(), StandardCharsets.UTF_8);
            }

            @Override
            public void accept(int depth) {
                seen.append(last[0]);
            }

            @Override
            public void end(int depth) {
                throw new AssertionError("nothing was entered");
            }
        });
        pieces.forEach(piece -> stream.feed(piece.duplicate()));
        stream.finish();
        return seen.toString();
    }

    @Test
    void whiteSpaceMayStandBetweenAllTokens() {
        for (String space : new String[] {" ", "\t", "\r", "\n", " \t\r\n"}) {
            String json = String.join(space, "", "[", "1", ",", "{\"a\":2}", ",", "[", "{}", ",", "{}", "]", "]", "");
            for (boolean runs : new boolean[] {false, true}) {
                assertThat(walk(new Notes(runs), List.of(text(json))))
                        .containsExactly("1", "{\"a\":2}", "{}", "{}", "end1", "end0");
            }
        }
        refused("[\f1]", "a value");
    }

    @Test
    void isNotDoneBeforeItsEnd() {
        JsonStream stream = new JsonStream(new Notes(false));
        for (String piece : new String[] {" ", "[", "1", ",", "{\"a\"", ":2}"}) {
            stream.feed(text(piece));
            assertThat(stream.isDone()).as(piece).isFalse();
        }
        stream.feed(text("]"));
        assertThat(stream.isDone()).isTrue();
        stream.feed(text(" \n"));
        assertThat(stream.isDone()).isTrue();
    }

    @Test
    void piecesAreConsumedAndNeverChanged() {
        byte[] json = bytes("[{\"a\":1},{\"b\":2}]");
        byte[] copy = json.clone();
        ByteBuffer piece = ByteBuffer.wrap(json);
        JsonStream stream = new JsonStream(new Notes(true));
        stream.feed(piece);

        assertThat(piece.hasRemaining()).isFalse();
        assertThat(json).isEqualTo(copy);
    }

    @Test
    void randomTextNeverDoesMoreThanToBeRefused() {
        Random random = new Random(5);
        String letters = "[]{}\",:\\ 1ae";
        for (int i = 0; i < Rounds.of(20_000); i++) {
            StringBuilder json = new StringBuilder("[");
            for (int length = random.nextInt(20); length > 0; length--) {
                json.append(letters.charAt(random.nextInt(letters.length())));
            }
            byte[] text = bytes(json.toString());
            Object whole = outcome(List.of(ByteBuffer.wrap(text)));
            assertThat(outcome(Pieces.evenly(text, 1))).as("%s", json).isEqualTo(whole);
        }
    }

    /** The values seen, or that it was refused. */
    private static Object outcome(List<ByteBuffer> pieces) {
        try {
            return walk(new Notes(true), pieces);
        } catch (JsonSyntaxException refused) {
            return "refused";
        }
    }
}
