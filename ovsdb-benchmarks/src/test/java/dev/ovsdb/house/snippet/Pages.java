package dev.ovsdb.house.snippet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Java examples in pages of Markdown. */
final class Pages {
    private static final String FENCE = "```";

    private Pages() {}

    /** The examples of README.md and of everything below docs, in the order of a reader. */
    static List<Snippet> snippets(Path root) {
        List<Path> pages = new ArrayList<>(List.of(root.resolve("README.md")));
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            List<Snippet> found = new ArrayList<>();
            for (Path page : pages) {
                found.addAll(snippets(root.relativize(page).toString(), Files.readAllLines(page)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Snippet> snippets(String page, List<String> lines) {
        List<Snippet> found = new ArrayList<>();
        List<PageSchema> schemas = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String fence = lines.get(i);
            if (!fence.startsWith(FENCE)) continue;
            int end = endOfBlock(page, lines, i);
            String block = block(lines, i, end);
            if (fence.equals(FENCE + "java")) {
                var schema = schemas.stream().filter(one -> one.isUsedBy(block)).findFirst();
                found.add(new Snippet(page + ":" + (i + 2), block, output(page, lines, end), schema));
            } else if (fence.equals(FENCE + "json") && PageSchema.isSchema(block)) {
                schemas.add(new PageSchema(block));
            }
            i = end;
        }
        return found;
    }

    private static Optional<String> output(String page, List<String> lines, int endOfCode) {
        int next = endOfCode + 1;
        while (next < lines.size() && lines.get(next).isBlank()) next++;
        if (next == lines.size() || !lines.get(next).equals(FENCE + "text")) return Optional.empty();
        return Optional.of(block(lines, next, endOfBlock(page, lines, next)));
    }

    private static int endOfBlock(String page, List<String> lines, int start) {
        for (int i = start + 1; i < lines.size(); i++) {
            if (lines.get(i).equals(FENCE)) return i;
        }
        throw new IllegalStateException(page + ":" + (start + 1) + ": the block has no end");
    }

    private static String block(List<String> lines, int start, int end) {
        return String.join("\n", lines.subList(start + 1, end));
    }
}
