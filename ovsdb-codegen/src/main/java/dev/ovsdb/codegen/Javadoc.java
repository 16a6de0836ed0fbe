package dev.ovsdb.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** Blocks of HTML as one comment: the first is the summary, others are paragraphs. */
final class Javadoc {
    private static final int WIDTH = 100;

    private Javadoc() {}

    static CodeBlock of(List<String> blocks) {
        List<String> parts = new ArrayList<>();
        for (String block : blocks) {
            boolean list = block.startsWith("<ul>");
            parts.add(parts.isEmpty() || list ? wrapped(block) : wrapped("<p>" + block));
        }
        return CodeBlock.of("$L", String.join("\n\n", parts));
    }

    static CodeBlock of(String... blocks) {
        return of(List.of(blocks));
    }

    private static String wrapped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (String line : text.split("\n")) {
            int length = 0;
            out.append(out.isEmpty() ? "" : "\n");
            for (String word : line.split(" ")) {
                if (length > 0 && length + 1 + word.length() > WIDTH) {
                    out.append('\n');
                    length = 0;
                } else if (length > 0) {
                    out.append(' ');
                    length++;
                }
                out.append(word);
                length += word.length();
            }
        }
        return out.toString();
    }
}
