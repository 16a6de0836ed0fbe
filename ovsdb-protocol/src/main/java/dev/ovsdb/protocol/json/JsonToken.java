package dev.ovsdb.protocol.json;

/** What comes next in a JSON text. */
public enum JsonToken {
    BEGIN_OBJECT("an object"),
    END_OBJECT("the end of an object"),
    BEGIN_ARRAY("an array"),
    END_ARRAY("the end of an array"),
    NAME("a member name"),
    STRING("a string"),
    NUMBER("a number"),
    TRUE("true"),
    FALSE("false"),
    NULL("null"),
    END("the end of the text");

    private final String phrase;

    JsonToken(String phrase) {
        this.phrase = phrase;
    }

    /** The token in words, for messages: "an object", "the end of the text". */
    public String phrase() {
        return phrase;
    }
}
