package dev.ovsdb.cli.vlog;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A pattern such as {@code %D{%H:%M:%S.###}|%05N|%c|%p|%m}: what Open vSwitch's {@code -vPATTERN} takes. Immutable. */
final class LogPattern {
    private static final String DEFAULT_DATE = "%Y-%m-%d %H:%M:%S.###";

    private final String text;

    LogPattern(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    String format(LogMessage message) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int percent = text.indexOf('%', at);
            if (percent < 0 || percent == text.length() - 1) {
                return out.append(text, at, text.length()).toString();
            }
            out.append(text, at, percent);
            at = conversion(percent + 1, message, out);
        }
        return out.toString();
    }

    /** Appends one conversion, whose flags begin here, and returns where it ends. */
    private int conversion(int begin, LogMessage message, StringBuilder out) {
        int at = begin;
        boolean left = false;
        boolean zeros = false;
        for (; at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '0'); at++) {
            left |= text.charAt(at) == '-';
            zeros |= text.charAt(at) == '0';
        }
        int width = 0;
        for (; at < text.length() && Character.isDigit(text.charAt(at)); at++) {
            width = Math.min(width * 10 + text.charAt(at) - '0', 1000);
        }
        if (at == text.length()) {
            return at;
        }
        char letter = text.charAt(at++);
        String argument = "";
        if (at < text.length() && text.charAt(at) == '{') {
            int end = text.indexOf('}', at);
            end = end < 0 ? text.length() : end;
            argument = text.substring(at + 1, end);
            at = Math.min(end + 1, text.length());
        }
        pad(value(letter, argument, message), width, left, zeros, out);
        return at;
    }

    private static void pad(String value, int width, boolean left, boolean zeros, StringBuilder out) {
        String fill = (zeros ? "0" : " ").repeat(Math.max(0, width - value.length()));
        out.append(left ? value + fill : fill + value);
    }

    private static String value(char letter, String argument, LogMessage message) {
        return switch (letter) {
            case 'A' -> message.program();
            case 'B' -> String.valueOf(priority(message.level()));
            case 'c' -> message.module();
            case 'd' -> LogDate.format(date(argument), message.time().atZone(ZoneId.systemDefault()));
            case 'D' -> LogDate.format(date(argument), message.time().atZone(ZoneOffset.UTC));
            case 'E' -> Host.NAME;
            case 'm' -> message.text();
            case 'N' -> String.valueOf(message.number());
            case 'n' -> "\n";
            case 'p' -> message.level().name();
            case 'P' -> String.valueOf(ProcessHandle.current().pid());
            case 'r' -> String.valueOf(message.sinceStart());
            case 't' -> argument.isEmpty() ? "main" : argument;
            case 'T' -> ""; // The reference names threads other than the main one, which a server does not log from.
            default -> String.valueOf(letter);
        };
    }

    private static String date(String argument) {
        return argument.isEmpty() ? DEFAULT_DATE : argument;
    }

    /** Syslog's priority: facility {@code local0} and the level's severity. */
    private static int priority(LogLevel level) {
        List<Integer> severities = List.of(2, 1, 3, 4, 6, 7);
        return 16 * 8 + severities.get(level.ordinal());
    }

    /** This machine's name, asked for once and only if a pattern has it. */
    private static final class Host {
        static final String NAME = name();

        private static String name() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }
    }
}
