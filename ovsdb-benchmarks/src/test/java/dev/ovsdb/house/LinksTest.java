package dev.ovsdb.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that links to a file of this repository links to one that exists. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).hasSizeGreaterThan(5);
        for (Path page : pages) {
            for (String target : targets(page)) {
                assertThat(page.resolveSibling(target)).as("link in %s", page).exists();
            }
        }
    }

    @Test
    void everyPageIsInTheIndex() throws IOException {
        Path docs = Sources.file("docs");
        String index = Sources.text(docs.resolve("README.md"));
        try (Stream<Path> files = Files.walk(docs)) {
            assertThat(files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md")))
                    .allSatisfy(page -> assertThat(index).contains("(" + docs.relativize(page) + ")"));
        }
    }

    private static List<String> targets(Path page) {
        return LINK.matcher(Sources.text(page))
                .results()
                .map((MatchResult link) -> link.group(1))
                .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> top = Files.list(Sources.ROOT);
                Stream<Path> docs = Files.walk(Sources.file("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .forEach(pages::add);
        }
        return pages;
    }
}
