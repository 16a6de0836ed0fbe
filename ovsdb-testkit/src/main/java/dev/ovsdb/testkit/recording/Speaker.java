package dev.ovsdb.testkit.recording;

import java.util.Locale;

/** Who said something. */
public enum Speaker {
    /** Who connected. */
    CLIENT,

    /** Who was connected to. */
    SERVER;

    /** The word for it in a recording's file. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Speaker parse(String word) {
        for (Speaker speaker : values()) if (speaker.toString().equals(word)) return speaker;
        throw new IllegalArgumentException("\"" + word + "\" is neither client nor server");
    }
}
