package dev.ovsdb.codegen;

import com.palantir.javapoet.CodeBlock;
import dev.ovsdb.protocol.Atom;

/** Values as Java source, in ASCII. */
final class Literals {
    private Literals() {}

    static CodeBlock of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> out.append('\\').append(letter);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter >= ' ' && letter < 127) {
                        out.append(letter);
                    } else {
                        out.append(String.format("\\u%04x", (int) letter));
                    }
                }
            }
        }
        return CodeBlock.of("$L", out.append('"').toString());
    }

    /** What makes an atom, behind {@code Atom.of}. */
    static CodeBlock of(Atom atom) {
        if (atom instanceof Atom.StringAtom string) {
            return of(string.value());
        }
        if (atom instanceof Atom.IntegerAtom integer) {
            return CodeBlock.of("$LL", integer.value());
        }
        if (atom instanceof Atom.RealAtom real) {
            return CodeBlock.of("$L", Double.toString(real.value()));
        }
        if (atom instanceof Atom.BooleanAtom bool) {
            return CodeBlock.of("$L", bool.value());
        }
        return CodeBlock.of("$T.fromString($S)", Types.UUID, atom.toString());
    }
}
