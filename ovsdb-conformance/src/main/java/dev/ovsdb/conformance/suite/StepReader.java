package dev.ovsdb.conformance.suite;

import dev.ovsdb.conformance.suite.Step.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line that is a step. {@code **N**} in it stands for N nested arrays. */
final class StepReader {
    private static final Pattern STEP = Pattern.compile("(\\d?)(>!|>%|>|<!|<%|<|=!|=-|=|!) (.*)");
    private static final Pattern NESTED = Pattern.compile("\\*\\*(\\d+)\\*\\*");

    private StepReader() {}

    /** @throws IllegalArgumentException if the line is no step */
    static Step read(int number, String line) {
        Matcher matcher = STEP.matcher(line);
        if (!matcher.matches()) throw new IllegalArgumentException("line " + number + " is no step: " + line);
        String session = matcher.group(1).isEmpty() ? "1" : matcher.group(1);
        String text = NESTED.matcher(matcher.group(3)).replaceAll(nested -> nested(Integer.parseInt(nested.group(1))));
        return new Step(number, session, kind(matcher.group(2), text), text);
    }

    private static Kind kind(String sign, String text) {
        return switch (sign) {
            case ">" -> text.equals("closed") ? Kind.CLOSE : Kind.SEND;
            case ">!" -> Kind.SEND_BAD;
            case ">%" -> Kind.SEND_BYTES;
            case "<" -> expectation(text);
            case "<!" -> Kind.EXPECT_OTHER;
            case "<%" -> Kind.EXPECT_BYTES;
            case "=" -> text.equals("reversed") ? Kind.REVERSE_ANSWERS : Kind.ANSWER;
            case "=!" -> Kind.ANSWER_ERROR;
            case "=-" -> Kind.NO_ANSWER;
            case "!" -> Kind.NOT_SENT;
            default -> throw new IllegalArgumentException(sign);
        };
    }

    private static Kind expectation(String text) {
        if (text.equals("closed")) return Kind.EXPECT_CLOSED;
        return text.equals("connected") ? Kind.EXPECT_CONNECTED : Kind.EXPECT;
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }
}
