package dev.ovsdb.cli.vlog;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Dates as C's {@code strftime} writes them in the C locale; each {@code #} is a digit of the second's fraction. Made by hand:
 * a program that starts should not load the JDK's formatters for its first line of log.
 */
final class LogDate {
    private LogDate() {}

    static String format(String pattern, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        int fraction = 0;
        for (int at = 0; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '#') {
                out.append(fractionDigit(time, fraction++));
            } else if (c == '%' && at + 1 < pattern.length()) {
                out.append(conversion(pattern.charAt(++at), time));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char fractionDigit(ZonedDateTime time, int index) {
        String nanos = padded(time.getNano(), 9, '0');
        return index < nanos.length() ? nanos.charAt(index) : '0';
    }

    private static String conversion(char letter, ZonedDateTime time) {
        return switch (letter) {
            case 'Y' -> padded(time.getYear(), 4, '0');
            case 'y' -> padded(time.getYear() % 100, 2, '0');
            case 'm' -> padded(time.getMonthValue(), 2, '0');
            case 'd' -> padded(time.getDayOfMonth(), 2, '0');
            case 'e' -> padded(time.getDayOfMonth(), 2, ' ');
            case 'j' -> padded(time.getDayOfYear(), 3, '0');
            case 'H' -> padded(time.getHour(), 2, '0');
            case 'I' -> padded((time.getHour() + 11) % 12 + 1, 2, '0');
            case 'M' -> padded(time.getMinute(), 2, '0');
            case 'S' -> padded(time.getSecond(), 2, '0');
            case 's' -> String.valueOf(time.toEpochSecond());
            case 'h', 'b' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'p' -> time.getHour() < 12 ? "AM" : "PM";
            case 'T' -> format("%H:%M:%S", time);
            case 'R' -> format("%H:%M", time);
            case 'F' -> format("%Y-%m-%d", time);
            case 'D' -> format("%m/%d/%y", time);
            case 'z' ->
                time.getOffset().getTotalSeconds() == 0
                        ? "+0000"
                        : time.getOffset().getId().replace(":", "").substring(0, 5);
            case 'Z' ->
                time.getZone().getRules().isFixedOffset() && time.getOffset().getTotalSeconds() == 0
                        ? "UTC"
                        : time.getZone().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            default -> String.valueOf(letter);
        };
    }

    private static String padded(int value, int width, char fill) {
        String digits = String.valueOf(value);
        return String.valueOf(fill).repeat(Math.max(0, width - digits.length())) + digits;
    }
}
