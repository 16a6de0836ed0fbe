package dev.ovsdb.testkit.recording;

/** The end of a session, whoever ended it. */
public record RecordedEnd(long micros, int session) implements RecordedEvent {}
