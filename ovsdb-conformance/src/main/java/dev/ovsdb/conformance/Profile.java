package dev.ovsdb.conformance;

import java.util.Optional;

/** Whose rule a case holds a program to. */
public enum Profile {
    /** RFC 7047, or what it stands on. */
    RFC7047("rfc7047"),
    /** Open vSwitch: its extensions, and what its server does where the RFC leaves it open. */
    OVS("ovs");

    private final String word;

    Profile(String word) {
        this.word = word;
    }

    /** How it is written in files, on command lines and in reports. */
    public String word() {
        return word;
    }

    /** The profile with this {@link #word()}; empty if there is none. */
    public static Optional<Profile> named(String word) {
        for (Profile profile : values()) {
            if (profile.word.equals(word)) return Optional.of(profile);
        }
        return Optional.empty();
    }
}
