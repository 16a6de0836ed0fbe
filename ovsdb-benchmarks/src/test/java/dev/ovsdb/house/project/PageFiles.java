package dev.ovsdb.house.project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a page tells its reader to write: blocks of code, each behind a line that is only a path: {@code `pom.xml`:}. */
final class PageFiles {
    private static final Pattern PATH = Pattern.compile("`([^` ]+)`:");
    private static final String FENCE = "```";

    private PageFiles() {}

    /** Texts by path, in the order of a reader. */
    static Map<String, String> of(List<String> page) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i + 2 < page.size(); i++) {
            Matcher path = PATH.matcher(page.get(i));
            if (path.matches() && page.get(i + 1).isEmpty() && page.get(i + 2).startsWith(FENCE)) {
                files.put(path.group(1), block(page, i + 3));
            }
        }
        return files;
    }

    private static String block(List<String> page, int start) {
        int end = start + page.subList(start, page.size()).indexOf(FENCE);
        if (end < start) throw new IllegalStateException("line " + start + ": the block has no end");
        return String.join("\n", page.subList(start, end)) + "\n";
    }
}
