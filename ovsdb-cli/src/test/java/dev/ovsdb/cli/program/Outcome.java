package dev.ovsdb.cli.program;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What came of running a program: exit status, standard output, and what it said on standard error besides its log. */
public record Outcome(int status, String out, String message) {
    private static final Pattern LOG_LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z\\|\\d+\\|.*");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
    private static final Pattern DATE = Pattern.compile("\"_date\":\\d+");
    private static final Pattern CHECKSUM = Pattern.compile("(OVSDB JSON \\d+) [0-9a-f]{40}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public static Outcome of(int status, byte[] out, byte[] err) {
        // Cells may be cut within a character; no byte may be lost here.
        return new Outcome(status, new String(out, StandardCharsets.ISO_8859_1), withoutLog(err));
    }

    private static String withoutLog(byte[] err) {
        return new String(err, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !LOG_LINE.matcher(line).matches())
                .collect(Collectors.joining("\n"));
    }

    /** Where two outcomes differ, for a person. */
    public String differenceFrom(Outcome expected) {
        if (status != expected.status || !message.equals(expected.message)) {
            return "expected status " + expected.status + ", message " + expected.message + "; was " + status + ", "
                    + message;
        }
        String[] lines = out.split("\n", -1);
        String[] wanted = expected.out.split("\n", -1);
        int line = 0;
        while (line < lines.length && line < wanted.length && lines[line].equals(wanted[line])) {
            line++;
        }
        return "line " + (line + 1) + ", expected\n  " + (line < wanted.length ? wanted[line] : "<end>") + "\n, was\n  "
                + (line < lines.length ? lines[line] : "<end>");
    }

    /** The same, with times made equal. */
    public Outcome withoutTimes() {
        String timeless = TIME.matcher(out).replaceAll("<time>");
        timeless = DATE.matcher(timeless).replaceAll("\"_date\":0");
        return new Outcome(status, CHECKSUM.matcher(timeless).replaceAll("$1 <sha1>"), message);
    }

    /** The same, with UUIDs replaced by the order of their first appearance; for rows that each program made for itself. */
    public Outcome withoutUuids() {
        Map<String, String> seen = new HashMap<>();
        Matcher uuids = UUID.matcher(out);
        String named = uuids.replaceAll(uuid -> seen.computeIfAbsent(uuid.group(), u -> "<uuid-" + seen.size() + ">"));
        return new Outcome(status, named, message);
    }
}
